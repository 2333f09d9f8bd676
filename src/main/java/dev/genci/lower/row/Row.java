package dev.genci.lower.row;

import dev.genci.data.Value;
import dev.genci.manifest.Runner;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of one entry on one runner.
 *
 * @param ownTitle the title that the manifest gives, if it does
 * @param name what the row is called otherwise, unique in the workflow
 * @param artifact what its artifacts are called, unique in the workflow; its name where it leaves none
 * @param session the argument of {@code nox -s}; for a command the entry's name
 * @param fields a value for every known field that needs no asking, an empty text where the row has none; and, where the
 *     manifest reads the row, for every field that it may read
 */
public record Row(
        @Nullable RowText ownTitle,
        RowText name,
        RowText artifact,
        RowText session,
        Runner runner,
        Map<RowField, Value> fields) {
    /** Keeps others from changing the fields. */
    public Row {
        fields = Collections.unmodifiableMap(fields);
    }

    /** The value of a field. */
    public Value value(RowField field) {
        return Objects.requireNonNull(fields.get(field), field.key());
    }

    /** Whether the forge determines a value. */
    public static boolean isEvaluated(Value value) {
        return value instanceof Value.Text text && text.text().contains("${{");
    }

    /** Whether the manifest says what it is called. */
    public boolean hasOwnTitle() {
        return ownTitle != null;
    }

    /** What it is called, unique in the workflow. */
    public RowText title() {
        return ownTitle == null ? name : ownTitle;
    }

    /** Whether there is an interpreter to set up. */
    public boolean hasPython() {
        return !value(KnownField.PYTHON).equals(Value.of(""));
    }
}
