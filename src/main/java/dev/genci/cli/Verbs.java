package dev.genci.cli;

import dev.genci.diagnostic.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verbs, each made only when it is used: a table of their constructors would load all of their classes at every start. */
final class Verbs {
    /** In the order of the help. */
    static final List<String> NAMES = List.of(
            "generate", "check", "lint", "init", "audit", "plan", "table", "schema", "explain", "completion", "lsp");

    private Verbs() {}

    /** The verb of that name; {@code null} if there is none. */
    static @Nullable Verb of(String name) {
        return switch (name) {
            case "generate" -> new GenerateCommand("generate");
            case "check" -> new CheckCommand();
            case "lint" -> new LintCommand();
            case "init" -> new InitCommand();
            case "audit" -> new AuditCommand();
            case "plan" -> new PlanCommand();
            case "table" -> new TableCommand();
            case "schema" -> new SchemaCommand();
            case "explain" -> new ExplainCommand();
            case "completion" -> new CompletionCommand();
            case "lsp" -> new LspCommand();
            default -> null;
        };
    }

    /** A hint for a file that is not there but sounds like a verb, also one of other programs; empty when it does not. */
    static String hint(String name) {
        String help = name.equals("help") ? "did you mean \"--help\"?" : Suggestion.didYouMean(name, NAMES);
        return help == null ? "" : "; " + help;
    }
}
