package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Parameters;
import dev.genci.manifest.PythonBy;
import java.util.function.Consumer;

/** nox reads a parameter called python as the interpreter, unless the session gets one by name or by force. */
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
                        .filter(parameter -> hasPython(parameter.value()))
                        .findFirst()
                        .ifPresent(parameter -> report.accept(wrong(parameter))));
    }

    private Diagnostic wrong(Located<String> parameter) {
        return Diagnostic.of(
                        id(),
                        parameter.place(),
                        "nox reads the parameter \"python\" as the interpreter, which the job does not set up")
                .help("list the versions in the noxfile, @nox.session(python=[…]), and here under python");
    }

    /** Whether one of {@code a=1, python='3.12'} is called python; text in quotes is ignored. */
    static boolean hasPython(String parameters) {
        return Parameters.of(parameters).stream()
                .anyMatch(parameter -> parameter.name().equals("python"));
    }
}
