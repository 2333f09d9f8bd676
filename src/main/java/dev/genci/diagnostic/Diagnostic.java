package dev.genci.diagnostic;

import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or worth knowing.
 *
 * @param rule the rule's id: lower-case words joined by {@code -}, an anchor of docs/diagnostics.md
 * @param severity how much it weighs
 * @param place the word at fault
 * @param message one line, without a full stop
 * @param related other places that explain it, in the order of their mention
 * @param help what to do, if that can be said
 */
public record Diagnostic(
        String rule,
        Severity severity,
        Place place,
        String message,
        List<Related> related,
        @Nullable String help) {

    /** By file, line, column, rule, message: the order in which people read. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::place)
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::message);

    /** Copies the related places. */
    public Diagnostic {
        related = List.copyOf(related);
    }

    /** Another place that explains a diagnostic. */
    public record Related(Place place, String message) {}

    /** An error without help. */
    public static Diagnostic error(String rule, Place place, String message) {
        return new Diagnostic(rule, Severity.ERROR, place, message, List.of(), null);
    }

    /** A warning without help. */
    public static Diagnostic warning(String rule, Place place, String message) {
        return new Diagnostic(rule, Severity.WARNING, place, message, List.of(), null);
    }

    /** A note without help. */
    public static Diagnostic note(String rule, Place place, String message) {
        return new Diagnostic(rule, Severity.NOTE, place, message, List.of(), null);
    }

    /** The same with a help; {@code null} leaves it as it is. */
    public Diagnostic help(@Nullable String text) {
        return text == null ? this : new Diagnostic(rule, severity, place, message, related, text);
    }

    /** The same with one more related place. */
    public Diagnostic related(Place other, String text) {
        List<Related> all = new ArrayList<>(related);
        all.add(new Related(other, text));
        return new Diagnostic(rule, severity, place, message, all, help);
    }

    /** Whether it is an error. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Sorted, without duplicates. */
    public static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
        return diagnostics.stream().distinct().sorted(ORDER).toList();
    }
}
