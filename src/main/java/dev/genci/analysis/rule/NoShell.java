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

/**
 * A shell of every row, be it a session's or a step's, is one that every row's system has: {@code cmd} and {@code powershell} are
 * Windows' own. And nox is called by a script for a POSIX shell.
 */
final class NoShell implements Rule {
    private static final Set<String> ONLY_WINDOWS = Set.of("cmd", "powershell");
    private static final Set<String> NOT_POSIX = Set.of("cmd", "powershell", "pwsh", "python");

    @Override
    public RuleId id() {
        return RuleId.NO_SHELL;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.running().forEach(work -> {
            Located<String> own = work.job().shell();
            if (own != null && work.call().start() != null && NOT_POSIX.contains(program(own))) {
                report.accept(Diagnostic.of(
                                id(),
                                own.place(),
                                "nox is called by a script for bash or sh, which \"" + program(own)
                                        + "\" does not read")
                        .help("write it in the steps that need it: before: [{run: …, shell: " + program(own) + "}]"));
            } else if (own != null && ONLY_WINDOWS.contains(program(own))) {
                analysis.manifest().targets().forEach(target -> check(work, own, target, report));
            }
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
