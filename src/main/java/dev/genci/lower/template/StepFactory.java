package dev.genci.lower.template;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Value;
import dev.genci.lower.row.Row;
import dev.genci.manifest.CheckOut;
import dev.genci.manifest.Command;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.NoxSettings;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.Step;
import dev.genci.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the steps of jobs.
 *
 * @param withoutNox the interpreters that need another one for nox beside them; none if all interpreters of the sessions that have
 *     one do
 * @param unsaved the events of the workflow in whose runs nothing is saved
 */
public record StepFactory(NoxSettings nox, List<String> withoutNox, Set<Step.Unless> unsaved, ArtifactSteps artifacts) {

    /** The steps of a session with its rows. */
    List<Step> steps(
            Work work,
            List<Row> rows,
            List<Source> sources,
            boolean windows,
            InterpreterSource source,
            @Nullable CacheEntry cache) {
        return new Steps(work, rows, sources, windows, source, cache).all();
    }

    /** The steps of one session. */
    private final class Steps {
        private final Work work;
        private final int rows;
        private final List<Source> sources;
        private final @Nullable CacheEntry cache;
        private final Interpreter interpreter;
        private final boolean hasPython;
        private final boolean bash;
        private final boolean mayFail;
        private final List<Step> steps = new ArrayList<>();

        private Steps(
                Work work,
                List<Row> rows,
                List<Source> sources,
                boolean windows,
                InterpreterSource source,
                @Nullable CacheEntry cache) {
            this.work = work;
            this.rows = rows.size();
            this.sources = sources;
            this.cache = cache;
            boolean none = source == InterpreterSource.NONE;
            this.interpreter = new Interpreter(
                    source,
                    !none
                            && Stream.concat(work.setup().stream(), work.job().before().stream())
                                    .anyMatch(StepSpec::mayHidePython),
                    !none && Invocation.needsNoxPython(work) ? nox.python().value() : null);
            this.hasPython = !none && rows.stream().anyMatch(Row::hasPython);
            this.bash = windows;
            this.mayFail = work.job().allowFailure();
        }

        private List<Step> all() {
            checkOut();
            if (hasPython) {
                steps.add(new Step.SetUpPython(interpreter.source(), interpreter.noxPython(), isNamed(), bash));
            }
            // What comes last stands first on the PATH; the session's own is called by its path.
            if (!interpreter.hidden()) {
                setUpPythonForNox();
            }
            given(work.setup());
            sources.forEach(from -> steps.addAll(artifacts.downloads(from, bash)));
            given(work.job().before());
            if (interpreter.hidden()) {
                setUpPythonForNox();
            }
            if (work.call() instanceof Command command) {
                steps.add(new Step.RunCommand(command.script().value(), mayFail, timeout(), bash));
            } else if (work.call() instanceof NoxCall call) {
                nox(call);
            }
            if (mayFail) {
                steps.add(new Step.Warn(bash));
            }
            given(work.job().after());
            work.job().artifacts().uploads().forEach(upload -> steps.add(ArtifactSteps.upload(upload, rows, mayFail)));
            return steps;
        }

        private boolean isNamed() {
            return interpreter.mustBeNamed() || cache != null && interpreter.tellsItsRelease();
        }

        private void checkOut() {
            CheckOut checkOut = work.job().checkOut();
            if (checkOut != null) {
                Value.Fields inputs = Values.texts(checkOut.inputs());
                String credentials = CheckOut.KEEPS_CREDENTIALS;
                boolean said = inputs.fields().containsKey(credentials);
                steps.add(new Step.CheckOut(said ? inputs : inputs.with(credentials, Value.of(false))));
            }
        }

        private void setUpPythonForNox() {
            String noxPython = interpreter.noxPython();
            if (hasPython && noxPython != null && interpreter.source() != InterpreterSource.SYSTEM) {
                // uv makes nox's environment before it installs the row's interpreter. Behind a step that hides that
                // one, the
                // other one is what nox is installed with.
                boolean all = interpreter.hidden() || interpreter.source() == InterpreterSource.UV;
                steps.add(
                        new Step.SetUpOtherPython(interpreter.source(), noxPython, all ? List.of() : withoutNox, bash));
            }
        }

        private void given(List<StepSpec> given) {
            given.forEach(step -> steps.add(new Step.Custom(Values.part(step.text()))));
        }

        private void nox(NoxCall call) {
            boolean force = Invocation.forcesPython(work);
            // The forge saves after success of the whole job. Where that is not the question, saving is a step of its
            // own.
            boolean split = !unsaved.isEmpty() || mayFail;
            if (cache != null) {
                Step.Describe describe = new Step.Describe(
                        interpreter,
                        cache.refresh(),
                        cache.image(),
                        container(),
                        cache.encoded(),
                        cache.encoded() && force,
                        bash);
                if (describe.outputs() > 0) {
                    steps.add(describe);
                }
                steps.add(
                        new Step.RestoreCache(cache, interpreter.tellsItsRelease(), force && !cache.encoded(), !split));
            }
            if (!call.start().isOwn()) {
                steps.add(new Step.InstallNox(
                        interpreter,
                        nox.version().value(),
                        Located.values(nox.packages()),
                        "uv".equals(nox.backend()) && interpreter.source() != InterpreterSource.UV,
                        bash));
            }
            List<String> posargs = Located.values(call.posargs());
            steps.add(new Step.RunNox(
                    call.start().words(),
                    Values.texts(call.start().env()),
                    Located.values(nox.args()),
                    nox.backend(),
                    force,
                    false,
                    call.hasEvaluatedPosargs() ? posargs : List.of(),
                    mayFail,
                    timeout(),
                    bash));
            if (cache != null && split) {
                steps.add(new Step.SaveCache(cache.path(), cache.inContainer(), unsaved, mayFail));
            }
        }

        private @Nullable String container() {
            Located<String> image = work.job().image();
            return image == null ? null : image.value();
        }

        /** Below the job's, which would count as a cancellation and fail what may fail. */
        private @Nullable Integer timeout() {
            int minutes = work.job().timeout().value();
            return mayFail ? Math.max(1, minutes - Math.max(1, minutes / 10)) : null;
        }
    }
}
