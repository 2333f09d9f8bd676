package dev.genci.lower.row;

import dev.genci.manifest.RowValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A field of a row. */
public sealed interface RowField permits KnownField, RowField.Parameter, RowField.Variable {
    /** As a matrix writes it, where no other field of its rows has that key. */
    String key();

    /** A parameter of the session, or an axis of its own. */
    record Parameter(String key) implements RowField {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parameter same && key.equals(same.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    /** A variable whose value the manifest writes out. */
    record Variable(String key) implements RowField {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Variable same && key.equals(same.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode() + 1;
        }
    }

    /** What templates call {@link KnownField#ARTIFACT}: no manifest can. */
    String ARTIFACT = "-artifact";

    /** The field that a manifest calls so in {@code row.NAME}. */
    static RowField read(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case ARTIFACT -> KnownField.ARTIFACT;
            case RowValues.NAME -> KnownField.NAME;
            case RowValues.SESSION -> KnownField.SESSION;
            case RowValues.PYTHON -> KnownField.VERSION;
            case RowValues.OS -> KnownField.LABEL;
            default -> new Parameter(lower);
        };
    }
}
