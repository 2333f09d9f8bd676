package dev.genci.takeover;

import dev.genci.audit.Audit;
import dev.genci.audit.ReadWorkflow;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.noxfile.ListingProblem;
import dev.genci.noxfile.ListingReader;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.SourceFile;
import java.util.List;

/** Takes over workflows of one project. */
final class Taking {
    private Taking() {}

    private static final String LISTING = """
            [{"session": "tests-3.12", "name": "tests", "description": "Test.", "python": "3.12", "tags": []},
             {"session": "tests-3.13", "name": "tests", "description": "Test.", "python": "3.13", "tags": []},
             {"session": "lint", "name": "lint", "description": "Check.", "python": null, "tags": ["ci", "quick"]},
             {"session": "types", "name": "types", "description": "Check types.", "python": "3.13", "tags": []},
             {"session": "web(kit='a')", "name": "web", "description": "Try.", "python": null, "tags": []},
             {"session": "web(kit='b')", "name": "web", "description": "Try.", "python": null, "tags": []}]
            """;

    static NoxListing listing() {
        try {
            return ListingReader.read(LISTING);
        } catch (ListingProblem e) {
            throw new AssertionError(e);
        }
    }

    static List<Diagnostic> diagnostics(String manifest) {
        return new Compiler().analyze(new SourceFile("sessions.yaml", manifest)).diagnostics();
    }

    static TakeOver taken(String workflow) {
        Audit audit = Audit.of(
                List.of(new Audit.Source(new SourceFile(".github/workflows/ci.yml", workflow), path -> null)),
                listing());
        return TakeOver.of(
                ReadWorkflow.of(audit, listing()),
                listing(),
                text -> new TakeOver.Judged(diagnostics(text), List.of()),
                "sessions.yaml");
    }

    /** The entries that a job makes, without their comments. */
    static String entries(String job) {
        String text = taken("on: push\njobs:\n  job:\n"
                        + (job.contains("matrix.os")
                                ? "    runs-on: ${{ matrix.os }}\n"
                                : "    runs-on: ubuntu-24.04\n")
                        + job.indent(4))
                .text();
        return text.substring(text.indexOf("\nsessions:\n") + 11).replaceAll("(?m)^ *#.*\n", "");
    }

    static String steps(String... commands) {
        StringBuilder steps = new StringBuilder("steps:\n  - uses: actions/checkout@v6\n");
        for (String command : commands) {
            steps.append("  - run: ").append(command).append('\n');
        }
        return steps.toString();
    }
}
