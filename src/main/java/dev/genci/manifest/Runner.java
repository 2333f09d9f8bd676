package dev.genci.manifest;

import dev.genci.source.Place;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A runner as written in {@code runs-on}.
 *
 * @param labels all of which it must have
 * @param group of runners; absent if none is named
 * @param list whether it is written as a list
 * @param unix whether it is known to run Linux or macOS
 */
public record Runner(List<String> labels, @Nullable String group, boolean list, boolean unix, Place place) {
    private static final String OPEN = "${{";
    private static final String CLOSE = "}}";
    private static final List<String> UNIX =
            List.of("ubuntu", "debian", "alpine", "fedora", "linux", "macos", "docker");

    /** A runner as the manifest asks for it. */
    public Runner(List<String> labels, @Nullable String group, boolean list, Place place) {
        this(labels, group, list, labels.stream().anyMatch(Runner::isUnix), place);
    }

    /** A runner with one label. */
    public static Runner of(String label, Place place) {
        return new Runner(List.of(label), null, false, place);
    }

    /** Its labels and group in one word, for row names and cache keys. */
    public String word() {
        String word = labels.size() == 1
                ? inText(labels.get(0))
                : labels.stream().map(Runner::inText).collect(Collectors.joining("-"));
        return group == null ? word : labels.isEmpty() ? group : group + "-" + word;
    }

    /** The same with other words for its labels and group. */
    public Runner with(UnaryOperator<String> words) {
        return new Runner(
                labels.stream().map(words).toList(), group == null ? null : words.apply(group), list, unix, place);
    }

    /** A label as it comes out in a text. What an expression gives may be a list of labels, which no text takes. */
    private static String inText(String label) {
        if (!label.startsWith(OPEN) || !label.endsWith(CLOSE) || label.lastIndexOf(OPEN) != 0) {
            return label;
        }
        String inner =
                label.substring(OPEN.length(), label.length() - CLOSE.length()).strip();
        boolean mayBeList = inner.toLowerCase(Locale.ROOT).contains("fromjson") || inner.contains("*");
        return mayBeList ? OPEN + " join(" + inner + ", '-') " + CLOSE : label;
    }

    /** Whether it means the same machine, ignoring the places. */
    public boolean isSame(Runner other) {
        return labels.equals(other.labels) && Objects.equals(group, other.group);
    }

    /** Whether a forge decides only when the workflow runs, which runner it is. */
    public boolean evaluated() {
        return word().contains("${{");
    }

    /** Whether a label says Windows or macOS. */
    public boolean isOtherThanLinux() {
        return labels.stream()
                .map(label -> label.toLowerCase(Locale.ROOT))
                .anyMatch(label -> label.startsWith("windows") || label.startsWith("macos"));
    }

    /** Whether it may run Windows: where no label tells another system, nobody knows. */
    public boolean mayBeWindows() {
        return !unix;
    }

    /**
     * What a target calls this runner.
     *
     * @param own the target's labels; where they tell no system, this runner's do
     */
    public Runner mapped(List<String> own, boolean asList, Place where) {
        boolean windows =
                own.stream().anyMatch(label -> label.toLowerCase(Locale.ROOT).startsWith("windows"));
        return new Runner(own, group, asList, own.stream().anyMatch(Runner::isUnix) || unix && !windows, where);
    }

    /** Whether a label says Linux or macOS: a forge's own label, or one that begins as the forges' labels do. */
    private static boolean isUnix(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        return UNIX.stream().anyMatch(word -> name.equals(word) || name.startsWith(word + "-"));
    }
}
