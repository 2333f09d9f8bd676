package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.Runner;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A step of every row asks for a shell that every row's system has: {@code cmd} and {@code powershell} are Windows' own. */
final class NoShell implements Rule {
    private static final Set<String> ONLY_WINDOWS = Set.of("cmd", "powershell");

    @Override
    public RuleId id() {
        return RuleId.NO_SHELL;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.running().forEach(work -> {
            for (StepSpec step : work.steps()) {
                Located<String> shell = step.shellOfEveryRow();
                if (shell != null && ONLY_WINDOWS.contains(program(shell))) {
                    analysis.manifest().targets().forEach(target -> check(work, shell, target, report));
                }
            }
        });
    }

    private static String program(Located<String> shell) {
        return shell.value().split(" ", 2)[0];
    }

    private void check(Work work, Located<String> shell, TargetSettings target, Consumer<Diagnostic> report) {
        List<Runner> runners = target.runners(work.axes().runners());
        runners.stream().filter(runner -> !runner.mayBeWindows()).findFirst().ifPresent(runner -> {
            String message = "the runner \"" + runner.word() + "\" has no shell \"" + program(shell) + "\"";
            report.accept(Diagnostic.of(id(), shell.place(), message)
                    .help(
                            runners.stream().allMatch(each -> !each.mayBeWindows())
                                    ? "write bash or pwsh"
                                    : "write pwsh, or run the step on Windows only: if: runner.os == 'Windows'"));
        });
    }
}
