package dev.genci.pipeline;

import java.util.List;

/** What a job says in one place: the same for all its rows, or taken from the row. */
public sealed interface Cell {
    /** The same in every row. */
    record Fixed(Value value) implements Cell {}

    /** Put together from the row's fields. */
    record FromRow(List<Part> parts) implements Cell {
        /** Copies the parts. */
        public FromRow {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a text. */
    sealed interface Part {
        /** The same in every row. */
        record Literal(String text) implements Part {}

        /** The row's value of a field. */
        record Field(String name) implements Part {}
    }

    /** The same text in every row. */
    static Cell of(String text) {
        return new Fixed(Value.of(text));
    }

    /** The same number in every row. */
    static Cell of(int number) {
        return new Fixed(Value.of(number));
    }

    /** A field of the row. */
    static Cell field(String name) {
        return new FromRow(List.of(new Part.Field(name)));
    }
}
