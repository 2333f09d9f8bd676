package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session without its own environment runs on nox's interpreter, so no other can be forced on it, and its versions
 * are no part of nox's name for it.
 */
final class NoEnvironment implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NO_ENVIRONMENT;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.work().forEach(work -> {
            if (work.call() instanceof NoxCall call && !call.hasVenv()) {
                String why = why(work, call);
                if (why != null) {
                    Place place = work.keys().getOrDefault("venv-backend", work.place());
                    report.accept(Diagnostic.of(
                            id(), place, "session \"" + work.name() + "\" runs in nox's own environment, but " + why));
                }
            }
        });
    }

    private static @Nullable String why(Work work, NoxCall call) {
        if (Invocation.needsNoxPython(work)) {
            return "nox cannot run on all of the session's interpreters";
        }
        return switch (call.pythonBy()) {
            case FORCE -> "python-by: force needs one for the session";
            case NAME -> "nox then has no names for its versions: python-by must be job";
            case JOB -> null;
        };
    }
}
