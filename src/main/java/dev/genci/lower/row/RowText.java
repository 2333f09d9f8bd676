package dev.genci.lower.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A text of a row that records which fields of the row it contains. */
public record RowText(List<Part> parts) {
    /** Copies the parts. */
    public RowText {
        parts = List.copyOf(parts);
    }

    /** A part of a text. */
    public sealed interface Part {
        /** No field of the row. */
        record Fixed(String text) implements Part {}

        /** A field of the row, with what that is made of. */
        record Field(RowField field, RowText text) implements Part {}
    }

    /** The whole text. */
    public String text() {
        if (parts.size() == 1 && parts.get(0) instanceof Part.Fixed fixed) {
            return fixed.text();
        }
        return text(Set.of(), RowField::key);
    }

    /**
     * The text with some fields replaced. Where texts of several rows are then the same, they differ in these fields alone.
     *
     * @param fields those to replace, wherever the text has them
     * @param reference what replaces a field
     */
    public String text(Set<RowField> fields, Function<RowField, String> reference) {
        StringBuilder out = new StringBuilder();
        append(out, fields, reference);
        return out.toString();
    }

    /** The fields that it is made of, without those that these are made of. */
    public List<RowField> fields() {
        return parts.stream()
                .filter(part -> part instanceof Part.Field)
                .map(part -> ((Part.Field) part).field())
                .toList();
    }

    private void append(StringBuilder out, Set<RowField> fields, Function<RowField, String> reference) {
        for (Part part : parts) {
            if (part instanceof Part.Fixed fixed) {
                out.append(fixed.text());
                continue;
            }
            Part.Field field = (Part.Field) part;
            if (fields.contains(field.field())) {
                out.append(reference.apply(field.field()));
            } else {
                field.text().append(out, fields, reference);
            }
        }
    }

    /** The text with nothing but letters, digits, dots and dashes, made of the same fields as far as these consist of them. */
    RowText asFileName() {
        List<Part> clean = new ArrayList<>();
        boolean dash = true;
        boolean empty = true;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String text = part instanceof Part.Fixed fixed
                    ? fixed.text()
                    : ((Part.Field) part).text().text();
            String plain = FileNames.plain(text, dash, i == parts.size() - 1);
            clean.add(part instanceof Part.Field && plain.equals(text) ? part : new Part.Fixed(plain));
            dash = plain.isEmpty() ? dash : plain.endsWith("-");
            empty &= plain.isEmpty();
        }
        // A name in another script has nothing of this; an id of a job would be the same word.
        return empty ? new RowText(List.of(new Part.Fixed("_"))) : new RowText(clean);
    }
}
