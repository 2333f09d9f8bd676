package dev.genci.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a stage: its result, if there is one, and its diagnostics. A mistake in the input never throws.
 *
 * @param value absent when the input was too wrong to go on
 * @param diagnostics in no particular order
 */
public record Outcome<T>(@Nullable T value, List<Diagnostic> diagnostics) {

    /** Copies the diagnostics. */
    public Outcome {
        diagnostics = List.copyOf(diagnostics);
    }

    /** A result with diagnostics. */
    public static <T> Outcome<T> of(T value, List<Diagnostic> diagnostics) {
        return new Outcome<>(value, diagnostics);
    }

    /** No result. */
    public static <T> Outcome<T> failed(List<Diagnostic> diagnostics) {
        return new Outcome<>(null, diagnostics);
    }

    /** The same result, with earlier diagnostics put first. */
    public Outcome<T> after(List<Diagnostic> earlier) {
        List<Diagnostic> all = new ArrayList<>(earlier);
        all.addAll(diagnostics);
        return new Outcome<>(value, all);
    }

    /** Whether there is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
