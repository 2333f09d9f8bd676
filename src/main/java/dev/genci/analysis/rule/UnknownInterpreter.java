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
    /** Without a project of its own, uv reads no other. */
    private static final String FILE_OF_UV = ".python-version";

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
        check(usual, false, unbrought(usual.value(), targets, null), reported, report);
        analysis.running().forEach(work -> {
            boolean told = Invocation.givesPython(work);
            Located<String> file = work.axes().pythonFile();
            String unread = file == null ? null : unread(file.value(), told, targets, work);
            if (file != null && unread != null && reported.add(file.place())) {
                report.accept(Diagnostic.of(id(), file.place(), unread)
                        .help(told ? "write python-by: job" : "write the version, or use setup-python"));
            }
            work.job()
                    .extraPythons()
                    .forEach(extra -> check(extra, false, unbrought(extra.value(), targets, work), reported, report));
            for (Located<String> python : work.axes().pythons()) {
                boolean unfound = told && !InterpreterName.isNox(Invocation.nameForNox(python.value()));
                String wrong = unfound
                        ? "nox cannot find an interpreter called \"" + python.value() + "\""
                        : unbrought(python.value(), targets, work);
                check(python, unfound, wrong, reported, report);
            }
        });
    }

    private void check(
            Located<String> python,
            boolean unfound,
            @Nullable String wrong,
            Set<Place> reported,
            Consumer<Diagnostic> report) {
        if (wrong != null && reported.add(python.place())) {
            report.accept(Diagnostic.of(id(), python.place(), wrong).help(help(python.value(), unfound)));
        }
    }

    private static @Nullable String help(String name, boolean unfound) {
        boolean byJob = InterpreterName.isNewest(name) || InterpreterName.isDebug(name);
        if (byJob && unfound) {
            return "write python-by: job, and give the session no versions in the noxfile";
        }
        if (InterpreterName.isDebug(name)) {
            return "uv has debug builds: write python-setup: uv";
        }
        String plain = InterpreterName.isNewest(name) ? "3" : InterpreterName.plain(name);
        boolean better = InterpreterName.isNox(plain) && InterpreterName.isSetupPython(plain);
        return better ? "write \"" + plain + "\"" : InterpreterName.isGraalPy(name) ? GRAALPY : null;
    }

    /** The message about a file that says nothing to nox or to a target's set-up; {@code null} if it does to all. */
    private static @Nullable String unread(String file, boolean told, List<TargetSettings> targets, Work work) {
        if (told) {
            return "nox does not read the interpreter from \"" + file + "\"";
        }
        for (TargetSettings target : targets) {
            InterpreterSource source = work.interpreters(target.interpreters());
            if (source == InterpreterSource.UV
                    && !file.substring(file.lastIndexOf('/') + 1).equals(FILE_OF_UV)) {
                return "uv does not read the interpreter from \"" + file + "\", only from \"" + FILE_OF_UV + "\"";
            }
            if (source == InterpreterSource.SYSTEM) {
                return "nothing reads \"" + file + "\" with python-setup: system";
            }
        }
        return null;
    }

    /** The message about a name that a target's set-up does not know; {@code null} if all know it. */
    private static @Nullable String unbrought(String python, List<TargetSettings> targets, @Nullable Work work) {
        for (TargetSettings target : targets) {
            InterpreterSource source = work == null ? target.interpreters() : work.interpreters(target.interpreters());
            if (source == InterpreterSource.SETUP_PYTHON && !InterpreterName.isSetupPython(python)) {
                return "actions/setup-python does not know Python \"" + python + "\"";
            }
            if (source == InterpreterSource.UV && !InterpreterName.isUv(python)) {
                return "uv does not know Python \"" + python + "\"";
            }
            if (source == InterpreterSource.SYSTEM && !InterpreterName.isOfImage(python)) {
                return "no image has an interpreter called \"python" + python + "\"";
            }
        }
        return null;
    }
}
