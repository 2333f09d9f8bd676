package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import java.util.function.Consumer;

/** Warns of write permissions: every job that runs the project's code gets them, so a pull request can use them. */
final class WritePermissions implements Rule {
    @Override
    public RuleId id() {
        return RuleId.WRITE_PERMISSIONS;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Located<String> permission : analysis.manifest().workflow().writePermissions()) {
            report.accept(Diagnostic.of(
                            id(), permission.place(), "\"" + permission.value() + "\" is granted to every job")
                    .help("move it to \"permissions\" of the session that needs it, which are merged over these"));
        }
    }
}
