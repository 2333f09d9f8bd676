package dev.genci.diagnostic;

import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or worth knowing.
 *
 * @param rule what it is an instance of
 * @param place the word at fault
 * @param message one line, without a full stop
 * @param related other places that explain it, in the order of their mention
 * @param help what to do, if that can be said
 */
public record Diagnostic(
        RuleId rule,
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

    /** One without help. */
    public static Diagnostic of(RuleId rule, Place place, String message) {
        return new Diagnostic(rule, place, message, List.of(), null);
    }

    /** The same with a help; {@code null} leaves it as it is. */
    public Diagnostic help(@Nullable String text) {
        return text == null ? this : new Diagnostic(rule, place, message, related, text);
    }

    /** The same with one more related place. */
    public Diagnostic related(Place other, String text) {
        List<Related> all = new ArrayList<>(related);
        all.add(new Related(other, text));
        return new Diagnostic(rule, place, message, all, help);
    }

    /** How much it weighs: as much as its rule. */
    public Severity severity() {
        return rule.severity();
    }

    /** Whether it is an error. */
    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** Sorted, without duplicates. */
    public static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
        return diagnostics.stream().distinct().sorted(ORDER).toList();
    }
}
