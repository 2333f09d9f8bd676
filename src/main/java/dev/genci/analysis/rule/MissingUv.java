package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.InterpreterSource;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxStart;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import java.util.function.Consumer;

/** Where uv starts nox, something brings uv: the set-up of Python, an image, or a step of the manifest. */
final class MissingUv implements Rule {
    @Override
    public RuleId id() {
        return RuleId.MISSING_UV;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.running().forEach(work -> {
            NoxStart start = work.call().start();
            Located<String> command = start == null ? null : start.command();
            if (command != null && startsUv(command.value()) && mayLack(work)) {
                for (TargetSettings target : analysis.manifest().targets()) {
                    if (work.interpreters(target.interpreters()) == InterpreterSource.SETUP_PYTHON) {
                        report.accept(Diagnostic.of(
                                        id(),
                                        command.place(),
                                        "nothing brings uv at the target \"" + target.id() + "\"")
                                .help("write python-setup: uv, or install uv by a step of setup"));
                    }
                }
            }
        });
    }

    private static boolean startsUv(String command) {
        String first = command.split(" ", 2)[0];
        return first.equals("uv") || first.equals("uvx");
    }

    private static boolean mayLack(Work work) {
        return work.setup().isEmpty()
                && work.job().before().isEmpty()
                && work.job().first().isEmpty();
    }
}
