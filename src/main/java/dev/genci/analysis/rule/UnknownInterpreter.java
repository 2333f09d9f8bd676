package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.InterpreterSource;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The name of an interpreter is known to the tool that installs it and, if nox looks for it, to nox. */
final class UnknownInterpreter implements Rule {
    private static final String GRAALPY =
            "nox and uv name the Python that GraalPy runs: graalpy3.11, with python-setup: uv for the target";

    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_INTERPRETER;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Set<Place> reported = new HashSet<>(); // a default is many sessions'
        List<TargetSettings> targets = analysis.manifest().targets();
        Located<String> usual = analysis.manifest().nox().python();
        check(usual, unbrought(usual.value(), targets, null), reported, report);
        analysis.running().forEach(work -> {
            boolean told = Invocation.givesPython(work);
            for (Located<String> python : work.axes().pythons()) {
                String wrong = told && !InterpreterName.isNox(python.value())
                        ? "nox cannot find an interpreter called \"" + python.value() + "\""
                        : unbrought(python.value(), targets, work);
                check(python, wrong, reported, report);
            }
        });
    }

    private void check(
            Located<String> python, @Nullable String wrong, Set<Place> reported, Consumer<Diagnostic> report) {
        if (wrong != null && reported.add(python.place())) {
            String plain = InterpreterName.plain(python.value());
            boolean better = InterpreterName.isNox(plain) && InterpreterName.isSetupPython(plain);
            String graalpy = InterpreterName.isGraalPy(python.value()) ? GRAALPY : null;
            report.accept(
                    Diagnostic.of(id(), python.place(), wrong).help(better ? "write \"" + plain + "\"" : graalpy));
        }
    }

    /** The message about a name that a target's set-up does not know; {@code null} if all know it. */
    private static @Nullable String unbrought(String python, List<TargetSettings> targets, @Nullable Work work) {
        for (TargetSettings target : targets) {
            InterpreterSource source = work == null ? target.interpreters() : work.interpreters(target.interpreters());
            if (source == InterpreterSource.SETUP_PYTHON && !InterpreterName.isSetupPython(python)) {
                return "actions/setup-python does not know Python \"" + python + "\"";
            }
            boolean other = source == InterpreterSource.UV || source == InterpreterSource.SYSTEM;
            if (other && python.endsWith(InterpreterName.DEV)) {
                return source == InterpreterSource.UV
                        ? "uv does not know Python \"" + python + "\""
                        : "no image has an interpreter called \"python" + python + "\"";
            }
        }
        return null;
    }
}
