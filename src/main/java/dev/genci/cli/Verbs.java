package dev.genci.cli;

import dev.genci.diagnostic.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The verbs, made only when they are asked for: each costs time at the start. */
final class Verbs {
    private static final Map<String, BiFunction<Console, Common, Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("generate", GenerateCommand.Generate::new);
        ALL.put("check", CheckCommand::new);
        ALL.put("lint", LintCommand::new);
        ALL.put("table", TableCommand::new);
        ALL.put("schema", (console, common) -> new SchemaCommand(console));
        ALL.put("explain", (console, common) -> new ExplainCommand(console));
    }

    private Verbs() {}

    /** Every verb with what makes its command. */
    static Map<String, BiFunction<Console, Common, Object>> all() {
        return ALL;
    }

    /** A hint for a file that is not there but sounds like a verb; empty when it does not. */
    static String hint(String name) {
        String help = Suggestion.didYouMean(name, ALL.keySet());
        return help == null ? "" : "; " + help;
    }
}
