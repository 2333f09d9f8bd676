package dev.genci.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What differs between forges, as a table in Markdown with a column for each forge. */
public final class ForgeTable {
    private ForgeTable() {}

    /** What is written for each forge, what is left out or refused, and the limits of each. */
    public static String markdown() {
        List<String> lines = new ArrayList<>(head());
        lines.add(row("folder", forge -> "`" + forge.folders().get(0) + "`"));
        lines.add(row("an action of GitHub's", forge -> "`" + forge.address("actions/checkout") + "@…`"));
        lines.add(row("another action", forge -> "`" + forge.address("owner/name") + "@…`"));
        lines.add(row("runner", forge -> "`" + forge.runner() + "`"));
        lines.add(row("interpreter", forge -> "`" + forge.interpreters().word() + "`"));
        for (Feature feature : Feature.values()) {
            lines.add(row(title(feature), forge -> support(forge.support(feature))));
        }
        lines.add(row("`concurrency: false`", ForgeTable::noGroup));
        lines.add(row("rows of a matrix", forge -> "at most " + forge.limits().rows()));
        lines.add(row(
                "characters of an expression",
                forge -> "at most " + grouped(forge.limits().expression())));
        lines.add(row("size of a workflow", forge -> "at most " + forge.limits().file() / (1024 * 1024) + " MiB"));
        lines.add(row(
                "minutes between runs of a schedule",
                forge -> least(forge.limits().schedule())));
        lines.add(row("jobs skipped one after the other", forge -> skipped(forge.limits())));
        return String.join("\n", lines) + "\n";
    }

    /** Where each line about a feature was read. */
    public static String sources() {
        List<String> lines = new ArrayList<>(head());
        for (Feature feature : Feature.values()) {
            lines.add(row(title(feature), forge -> forge.support(feature).source()));
        }
        lines.add(row("limits", forge -> forge.limits().source()));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> head() {
        return List.of(
                row("", Forge::title).replace("|  |", "| |"),
                row("---", forge -> "---").replace(" ", ""));
    }

    private static String row(String first, Function<Forge, String> cell) {
        return Forges.ALL.stream().map(cell).collect(Collectors.joining(" | ", "| " + first + " | ", " |"));
    }

    /** Keys and functions look like code. */
    private static String title(Feature feature) {
        return feature.title().replace('"', '`');
    }

    private static String support(Support support) {
        return switch (support.level()) {
            case KNOWN -> "yes";
            case FROM -> "from version " + support.detail() + " on";
            case IGNORED -> "left out: " + support.detail();
            case REFUSED -> "an error: " + support.detail();
        };
    }

    private static String noGroup(Forge forge) {
        return forge.cancelsOlderPushes()
                ? "one group per run: without it, a newer push to a branch cancels the older run"
                : "no group";
    }

    private static String least(int number) {
        return number == 0 ? "any number" : "at least " + number;
    }

    private static String skipped(Limits limits) {
        return limits.skipped() == 0 ? "any number" : "a warning from the " + (limits.skipped() + 1) + "th on";
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
