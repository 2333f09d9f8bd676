package dev.genci.manifest;

import dev.genci.source.Place;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A runner as written in {@code runs-on}.
 *
 * @param labels all of which it must have
 * @param group of runners; absent if none is named
 * @param list whether it is written as a list
 */
public record Runner(List<String> labels, @Nullable String group, boolean list, Place place) {

    /** A runner with one label. */
    public static Runner of(String label, Place place) {
        return new Runner(List.of(label), null, false, place);
    }

    /** Its labels and group in one word, for row names and cache keys. */
    public String word() {
        String word = String.join("-", labels);
        return group == null ? word : labels.isEmpty() ? group : group + "-" + word;
    }

    /** The same with other words for its labels and group. */
    public Runner with(UnaryOperator<String> words) {
        return new Runner(labels.stream().map(words).toList(), group == null ? null : words.apply(group), list, place);
    }

    /** Whether it means the same machine, ignoring the places. */
    public boolean isSame(Runner other) {
        return labels.equals(other.labels) && Objects.equals(group, other.group);
    }

    /** Whether a forge decides only when the workflow runs, which runner it is. */
    public boolean evaluated() {
        return word().contains("${{");
    }

    /** Whether its labels name Windows. */
    public boolean windows() {
        return labels.stream().anyMatch(label -> label.toLowerCase(Locale.ROOT).startsWith("windows"));
    }
}
