package dev.genci.pipeline;

import dev.genci.data.NoxVariables;
import dev.genci.data.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which rows of a job a failure of the session leaves the job green.
 *
 * @param ever whether in any
 * @param pythons the interpreters of these rows, which the other rows do not have; none: in all rows
 */
public record MayFail(boolean ever, List<String> pythons) {
    /** In none. */
    public static final MayFail NEVER = new MayFail(false, List.of());

    /** In all. */
    public static final MayFail ALWAYS = new MayFail(true, List.of());

    /** Copies the list. */
    public MayFail {
        pythons = List.copyOf(pythons);
    }

    /** In all rows, or in none. */
    public static MayFail of(boolean always) {
        return always ? ALWAYS : NEVER;
    }

    /** The value of {@code continue-on-error}; absent where it is not needed. */
    public @Nullable Value value() {
        Value value = pythons.isEmpty() ? Value.of(true) : Value.of("${{ " + condition() + " }}");
        return ever ? value : null;
    }

    /** One of two texts in each row. */
    public String either(String mayFail, String mustNot) {
        String condition = pythons.size() > 1 ? "(" + condition() + ")" : condition();
        return pythons.isEmpty()
                ? ever ? mayFail : mustNot
                : "${{ " + condition + " && '" + mayFail + "' || '" + mustNot + "' }}";
    }

    private String condition() {
        return pythons.stream()
                .map(python -> "env." + NoxVariables.PYTHON + " == '" + python + "'")
                .collect(Collectors.joining(" || "));
    }

    private Object[] parts() {
        return new Object[] {ever, pythons};
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MayFail same && Arrays.equals(parts(), same.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }
}
