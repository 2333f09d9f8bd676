package dev.genci.diagnostic;

import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or worth knowing.
 *
 * @param rule what it is an instance of
 * @param place the word at fault
 * @param message one line, without a full stop
 * @param related other places that explain it, in the order of their mention
 * @param help what to write instead, if known
 * @param suggestion replaces the help if it finds a word
 */
public record Diagnostic(
        RuleId rule,
        Place place,
        String message,
        List<Related> related,
        @Nullable String help,
        @Nullable Suggestion suggestion) {

    /** A user with more mistakes than that does not correct them one by one. */
    private static final int MOST_SUGGESTIONS = 20;

    /** By file, line, column, rule, message: the order of reading. */
    public static final Comparator<Diagnostic> ORDER = Diagnostic::compare;

    /** Copies the related places. */
    public Diagnostic {
        related = List.copyOf(related);
    }

    /** Written out: the comparators that Java composes are made anew at each start. */
    private static int compare(Diagnostic a, Diagnostic b) {
        int places = a.place.compareTo(b.place);
        int rules = places != 0 ? places : a.rule.compareTo(b.rule);
        return rules != 0 ? rules : a.message.compareTo(b.message);
    }

    /** Another place that explains a diagnostic. */
    public record Related(Place place, String message) {}

    /** One without help. */
    public static Diagnostic of(RuleId rule, Place place, String message) {
        return new Diagnostic(rule, place, message, List.of(), null, null);
    }

    /** The same with a help; {@code null} leaves it as it is. */
    public Diagnostic help(@Nullable String text) {
        return text == null ? this : new Diagnostic(rule, place, message, related, text, suggestion);
    }

    /** The same with one more related place. */
    public Diagnostic related(Place other, String text) {
        List<Related> all = new ArrayList<>(related);
        all.add(new Related(other, text));
        return new Diagnostic(rule, place, message, all, help, suggestion);
    }

    private Diagnostic at(Place other) {
        return new Diagnostic(rule, other, message, related, help, suggestion);
    }

    /** How much it weighs: as much as its rule. */
    public Severity severity() {
        return rule.severity();
    }

    /** Whether it is an error. */
    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** The same with a help that names the nearest of some words, if one is near: worked out by {@link #sorted}. */
    public Diagnostic suggest(String word, Collection<String> candidates) {
        return suggest(new Suggestion(word, candidates));
    }

    /** The same with a suggestion; {@code null} leaves it as it is. */
    public Diagnostic suggest(@Nullable Suggestion other) {
        return other == null ? this : new Diagnostic(rule, place, message, related, help, other);
    }

    /**
     * To be reported: sorted, without duplicates, the first of them with their suggestions. One of an alias says where the
     * word is written; where that has the same mistake, it is enough to report it there.
     */
    public static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
        Set<Diagnostic> distinct = new LinkedHashSet<>(diagnostics);
        List<Diagnostic> sorted = new ArrayList<>(distinct.size());
        for (Diagnostic diagnostic : distinct) {
            Place written = diagnostic.place.anchored();
            if (written == null) {
                sorted.add(diagnostic);
            } else if (!distinct.contains(diagnostic.at(written))) {
                sorted.add(diagnostic.related(written, "the alias stands for what is written here"));
            }
        }
        sorted.sort(ORDER);
        int suggested = 0;
        for (int i = 0; i < sorted.size() && suggested < MOST_SUGGESTIONS; i++) {
            Suggestion suggestion = sorted.get(i).suggestion();
            if (suggestion != null) {
                sorted.set(i, sorted.get(i).help(suggestion.text()));
                suggested++;
            }
        }
        return List.copyOf(sorted);
    }
}
