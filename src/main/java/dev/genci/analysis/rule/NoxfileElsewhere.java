package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import java.util.function.Consumer;

/** No option of {@code nox.args} moves the noxfile or its environments: keys of a session do, which the cache follows. */
final class NoxfileElsewhere implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NOXFILE_ELSEWHERE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Located<String> arg : analysis.manifest().nox().args()) {
            String option = arg.value().split("=", 2)[0];
            if (option.equals("--noxfile") || option.startsWith("-f")) {
                report.accept(error(arg, "nox reads another noxfile, which the cache does not follow")
                        .help("write noxfile: PATH in the session or in defaults; for the noxfile of another folder,"
                                + " working-directory: FOLDER"));
            } else if (option.equals("--envdir")) {
                report.accept(error(arg, "nox keeps its environments in another folder than the one that is cached")
                        .help("write cache: {path: FOLDER}: nox then gets this option by itself"));
            }
        }
    }

    private Diagnostic error(Located<String> arg, String consequence) {
        return Diagnostic.of(id(), arg.place(), "with \"" + arg.value() + "\" " + consequence);
    }
}
