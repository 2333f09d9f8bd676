package dev.genci.cli;

import dev.genci.diagnostic.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The verbs, each made only when it is used, because each costs start-up time. */
final class Verbs {
    private static final Map<String, Supplier<Verb>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("generate", () -> new GenerateCommand("generate"));
        ALL.put("check", CheckCommand::new);
        ALL.put("lint", LintCommand::new);
        ALL.put("init", InitCommand::new);
        ALL.put("plan", PlanCommand::new);
        ALL.put("table", TableCommand::new);
        ALL.put("schema", SchemaCommand::new);
        ALL.put("explain", ExplainCommand::new);
    }

    private Verbs() {}

    /** Every verb with what makes it. */
    static Map<String, Supplier<Verb>> all() {
        return ALL;
    }

    /** A hint for a file that is not there but sounds like a verb; empty when it does not. */
    static String hint(String name) {
        String help = Suggestion.didYouMean(name, ALL.keySet());
        return help == null ? "" : "; " + help;
    }
}
