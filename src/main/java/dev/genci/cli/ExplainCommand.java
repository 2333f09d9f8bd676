package dev.genci.cli;

import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import dev.genci.forge.ForgeTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the page of a rule, or the manual of what gen-ci generates. */
final class ExplainCommand implements Verb {
    private static final String PAGES = "/docs/diagnostics.md";
    /** Every generated workflow names it. */
    private static final String WORKFLOW = "workflow";

    private static final String MANUAL = "/docs/workflow.md";

    @Override
    public CommandSpec spec() {
        return Options.command(
                        "explain", "Explain a rule: the word in brackets after a message; or the generated workflow.")
                .addPositional(
                        Options.choice("The rule, or \"workflow\". Default: list all rules.", "RULE", choices()));
    }

    private static List<String> choices() {
        return Stream.concat(Stream.of(WORKFLOW), Arrays.stream(RuleId.values()).map(RuleId::id))
                .toList();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        String rule = arguments.positional();
        Map<String, String> pages = pages();
        if (rule == null) {
            console.print(String.join("\n", pages.keySet()) + "\n");
            return ExitCode.OK;
        }
        if (rule.equals(WORKFLOW)) {
            console.print(text(MANUAL).replaceAll("(?m)^<!-- .* -->\n", ""));
            return ExitCode.OK;
        }
        String page = pages.get(rule);
        if (page == null) {
            String help = Suggestion.didYouMean(rule, pages.keySet());
            throw new Failure(ExitCode.USAGE, "unknown rule \"" + rule + "\"" + (help == null ? "" : "; " + help));
        }
        console.print(page + forges(rule));
        return ExitCode.OK;
    }

    /** The page of a rule, without what depends on it; empty for a rule that has none. */
    static String page(String rule) {
        return pages().getOrDefault(rule, "");
    }

    /** The background of the two rules about targets: what each forge supports, and the source. */
    private static String forges(String rule) {
        boolean target = rule.equals(RuleId.TARGET_IGNORES.id()) || rule.equals(RuleId.TARGET_CANNOT.id());
        return target ? "\n" + ForgeTable.markdown() + "\nWhere this was read:\n\n" + ForgeTable.sources() : "";
    }

    /** The pages by rule: the text under each heading of the second level. */
    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String part : text(PAGES).split("(?m)^## ", -1)) {
            int end = part.indexOf('\n');
            String name = end < 0 ? part : part.substring(0, end).strip();
            if (!name.startsWith("#")) {
                pages.put(name, "## " + part.strip() + "\n");
            }
        }
        return pages;
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(ExplainCommand.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
