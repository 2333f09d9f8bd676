package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.InterpreterSource;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tool that installs the interpreter has a build of it for the runner's image, as far as is known. */
final class NoBuild implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NO_BUILD;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Set<Place> reported = new HashSet<>(); // a default is many sessions', and a session has many runners
        for (TargetSettings target : analysis.manifest().targets()) {
            analysis.running().forEach(work -> work.axes().pythons().forEach(python -> {
                Diagnostic missing = missing(work, python, target);
                if (missing != null && reported.add(python.place())) {
                    report.accept(missing);
                }
            }));
        }
    }

    private @Nullable Diagnostic missing(Work work, Located<String> python, TargetSettings target) {
        int minor = InterpreterName.minorOfCPython(python.value());
        if (minor == InterpreterName.UNKNOWN) {
            return null;
        }
        InterpreterSource source = work.interpreters(target.interpreters());
        if (source == InterpreterSource.SYSTEM || source == InterpreterSource.NONE) {
            return null;
        }
        if (source == InterpreterSource.UV) {
            return missing(python, minor, "uv", PythonBuilds.OLDEST_OF_UV, "");
        }
        for (String image : images(work, target)) {
            Integer oldest = PythonBuilds.oldestOn(image);
            Diagnostic missing =
                    oldest == null ? null : missing(python, minor, "setup-python", oldest, " for " + image);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private @Nullable Diagnostic missing(Located<String> python, int minor, String source, int oldest, String where) {
        boolean threaded = InterpreterName.isFreeThreaded(python.value());
        int first = threaded ? Math.max(oldest, PythonBuilds.FREE_THREADED) : oldest;
        return minor >= first
                ? null
                : Diagnostic.of(id(), python.place(), source + " has no build of Python " + python.value() + where)
                        .help("the oldest one is 3." + first + (threaded ? "t" : ""));
    }

    /** The labels on which a session runs there; of runners with several labels nothing is known. */
    private static List<String> images(Work work, TargetSettings target) {
        return target.runners(work.axes().runners()).stream()
                .filter(runner -> runner.labels().size() == 1)
                .map(runner -> runner.labels().get(0))
                .toList();
    }
}
