package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Parameters;
import dev.genci.manifest.PythonBy;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.function.Consumer;

/**
 * nox reads a parameter called python as the interpreter, unless the session gets one by name or by force. So that is the one that
 * the job sets up.
 */
final class PythonParameter implements Rule {
    @Override
    public RuleId id() {
        return RuleId.PYTHON_PARAMETER;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.running()
                .filter(work -> work.call() instanceof NoxCall call
                        && call.pythonBy() == PythonBy.JOB
                        && !Invocation.forcesPython(work))
                .forEach(work -> work.axes().parameters().stream()
                        .filter(parameter -> meansAnother(work, parameter.value()))
                        .findFirst()
                        .ifPresent(parameter -> report.accept(wrong(parameter))));
    }

    private Diagnostic wrong(Located<String> parameter) {
        return Diagnostic.of(
                        id(),
                        parameter.place(),
                        "nox reads the parameter \"python\" as the interpreter, which the job does not set up")
                .help("write python: VERSION, and an entry for each; or list the versions in the noxfile,"
                        + " @nox.session(python=[…]), and here under python");
    }

    /** Whether one of {@code a=1, python='3.12'} is called python, and is not the interpreter; text in quotes is ignored. */
    private static boolean meansAnother(Work work, String parameters) {
        List<String> pythons = Located.values(work.axes().pythons());
        return Parameters.of(parameters).stream()
                .filter(parameter -> parameter.name().equals("python"))
                .anyMatch(parameter -> pythons.size() != 1
                        || !Invocation.nameForNox(pythons.get(0)).equals(parameter.value()));
    }
}
