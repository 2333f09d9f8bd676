package dev.genci.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The word that was probably meant. The search takes time, so it only runs for diagnostics that are shown. */
public final class Suggestion {
    /** Longer words are not compared, because the comparison is quadratic. */
    private static final int LONGEST = 64;

    /** Of a word that may be the beginning of another one. */
    private static final int SHORTEST = 3;

    private final String word;
    private final Collection<String> candidates;

    /** That of a word, among candidates. */
    public Suggestion(String word, Collection<String> candidates) {
        this.word = word;
        this.candidates = candidates;
    }

    /** What was probably meant; {@code null} when no candidate is near. */
    @Nullable String text() {
        return didYouMean(word, candidates);
    }

    /** The word that is written. */
    public String word() {
        return word;
    }

    /** The word that was probably meant; {@code null} when none is near. */
    public @Nullable String meant() {
        return nearest(word, candidates);
    }

    /** By the word alone: a mistake that several workflows have is one, though each has candidates of its own. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Suggestion that && word.equals(that.word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    /** {@code did you mean "…"?}, or {@code null} when no candidate is near. */
    public static @Nullable String didYouMean(String word, Collection<String> candidates) {
        String nearest = nearest(word, candidates);
        return nearest == null ? null : "did you mean \"" + nearest + "\"?";
    }

    /** The nearest candidate, the first of several; {@code null} when none is near. */
    public static @Nullable String nearest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return null;
        }
        String wanted = normal(word);
        for (String candidate : candidates) {
            if (word.length() >= SHORTEST
                    && candidate.length() > word.length()
                    && normal(candidate).startsWith(wanted + "-")) {
                return candidate;
            }
        }
        String best = null;
        int bestDistance = Math.max(1, word.length() / 3) + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) >= bestDistance) {
                continue;
            }
            int distance = distance(wanted, normal(candidate));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** All candidates that are near, the nearest first. */
    public static List<String> near(String word, Collection<String> candidates) {
        List<String> near = new ArrayList<>();
        List<String> rest = new ArrayList<>(candidates);
        for (String next = nearest(word, rest); next != null; next = nearest(word, rest)) {
            near.add(next);
            rest.remove(next);
        }
        return near;
    }

    /** Case and the choice between dash and underscore do not make words different. */
    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cost = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cost, d[i - 2][j - 2] + 1) : cost;
    }
}
