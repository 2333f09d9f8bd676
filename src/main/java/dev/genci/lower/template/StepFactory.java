package dev.genci.lower.template;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Value;
import dev.genci.lower.row.Row;
import dev.genci.manifest.CallItem;
import dev.genci.manifest.CallList;
import dev.genci.manifest.Command;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.Location;
import dev.genci.manifest.LogSettings;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.NoxSettings;
import dev.genci.manifest.NoxStart;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.LogStep;
import dev.genci.pipeline.MayFail;
import dev.genci.pipeline.NoxOptions;
import dev.genci.pipeline.Step;
import dev.genci.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the steps of jobs.
 *
 * @param withoutNox the interpreters that need another one for nox beside them; none if all interpreters of the sessions that have
 *     one do
 * @param saving when the runs of the workflow save their caches
 */
public record StepFactory(NoxSettings nox, List<String> withoutNox, Saving saving, ArtifactSteps artifacts) {

    /** The steps of a session with its rows. */
    List<Step> steps(
            Work work,
            List<Row> rows,
            int rowsOfEntry,
            List<Source> sources,
            boolean bash,
            InterpreterSource source,
            @Nullable CacheEntry cache,
            MayFail mayFail) {
        return new Steps(work, rows, rowsOfEntry, sources, bash, source, cache, mayFail).all();
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
        private final Location location;
        private final MayFail mayFail;
        private final List<Step> steps = new ArrayList<>();

        private Steps(
                Work work,
                List<Row> rows,
                int rowsOfEntry,
                List<Source> sources,
                boolean bash,
                InterpreterSource source,
                @Nullable CacheEntry cache,
                MayFail mayFail) {
            this.work = work;
            this.rows = rowsOfEntry;
            this.sources = sources;
            this.cache = cache;
            boolean none = source == InterpreterSource.NONE;
            boolean hidden = !none
                    && Stream.concat(work.setup().stream(), work.job().before().stream())
                            .anyMatch(StepSpec::mayHidePython);
            boolean second = Invocation.needsNoxPython(work)
                    || !hidden && !withoutNox.isEmpty() && SecondPython.mayBeNeeded(work, source);
            this.interpreter = new Interpreter(source, hidden, !none && second ? noxPython(source) : null);
            this.hasPython = !none && (file(work) != null || rows.stream().anyMatch(Row::hasPython));
            this.bash = bash;
            this.location = work.job().location();
            this.mayFail = mayFail;
        }

        private static @Nullable String file(Work work) {
            Located<String> file = work.axes().pythonFile();
            return file == null ? null : work.job().location().inWorkspace(file.value());
        }

        private String noxPython(InterpreterSource source) {
            String written = nox.python().value();
            return source == InterpreterSource.SETUP_PYTHON ? written : Invocation.release(written);
        }

        private List<Step> all() {
            // No folder of the repository is there before the check-out.
            given(work.job().first(), null);
            if (work.job().checkOut() != null) {
                steps.add(TemplateFactory.checkOut(work.job().checkOut()));
            }
            if (hasPython) {
                Step own = new Step.SetUpPython(
                        interpreter.source(), file(work), interpreter.noxPython(), mayBePreRelease(), isNamed(), bash);
                List<Located<String>> extra = work.job().extraPythons();
                steps.addAll(
                        extra.isEmpty() ? List.of(own) : ExtraPythons.with(own, extra, interpreter.source(), bash));
            }
            // What comes last stands first on the PATH; the session's own is called by its path.
            if (!interpreter.hidden()) {
                setUpPythonForNox();
            }
            given(work.setup());
            steps.addAll(artifacts.downloads(sources, location, bash));
            given(work.job().before());
            if (interpreter.hidden()) {
                setUpPythonForNox();
            }
            LogSettings log = work.job().log();
            boolean temporary = log != null || cache != null && cache.downloads();
            if (temporary && work.job().image() != null) {
                steps.add(new LogStep.FindTemporary(bash));
            }
            if (work.call() instanceof Command command) {
                steps.add(
                        new Step.RunCommand(command.script().value(), mayFail, timeout(), shell(), location.folder()));
            } else if (work.call() instanceof NoxCall call) {
                nox(call);
            } else {
                calls((CallList) work.call());
            }
            if (log != null) {
                steps.addAll(LogSteps.after(work, log, mayFail, bash));
            }
            if (mayFail.ever()) {
                steps.add(new Step.Warn(bash));
            }
            given(work.job().after());
            work.job()
                    .artifacts()
                    .uploads()
                    .forEach(upload -> steps.add(ArtifactSteps.upload(work, upload, rows, mayFail)));
            return steps;
        }

        /** Only setup-python asks; with a release it does the same whatever the answer. */
        private boolean mayBePreRelease() {
            return interpreter.source() == InterpreterSource.SETUP_PYTHON && Invocation.mayBePreRelease(work);
        }

        private boolean isNamed() {
            return interpreter.tellsItsRelease() ? interpreter.hidden() || cache != null : interpreter.mustBeNamed();
        }

        private void setUpPythonForNox() {
            String noxPython = interpreter.noxPython();
            if (hasPython && noxPython != null && interpreter.source() != InterpreterSource.SYSTEM) {
                // uv makes nox's environment first. Behind a step that hides the session's own, nox is installed with
                // this.
                boolean all = interpreter.hidden() || interpreter.source() == InterpreterSource.UV;
                steps.add(
                        new Step.SetUpOtherPython(interpreter.source(), noxPython, all ? List.of() : withoutNox, bash));
            }
        }

        private void given(List<StepSpec> given) {
            given(given, location.folder());
        }

        private void given(List<StepSpec> given, @Nullable String directory) {
            Located<String> shell = work.job().shell();
            for (StepSpec step : given) {
                steps.add(GivenStep.of(step, shell == null ? null : shell.value(), directory));
            }
        }

        private void nox(NoxCall call) {
            boolean force = Invocation.forcesPython(work);
            installed(call.start(), force);
            List<String> posargs = Located.values(call.posargs());
            steps.add(new Step.RunNox(
                    options(call.start(), force, LogSteps.REPORT, List.of()),
                    withDownloads(Values.texts(call.start().env())),
                    false,
                    call.hasEvaluatedPosargs() ? posargs : List.of(),
                    mayFail,
                    timeout()));
            save();
        }

        private void calls(CallList list) {
            // Environments have the names of their interpreters, which an image may bring in any release.
            installed(list.start(), Invocation.givesPython(work));
            int number = 0;
            for (CallItem item : list.items()) {
                if (item instanceof CallItem.Nox call) {
                    number++;
                    boolean force = Invocation.forcesPython(work, call.pythonBy());
                    steps.add(CallSteps.of(
                            call,
                            withDownloads(Values.texts(call.variables(list.start()))),
                            options(list.start(), force, LogSteps.file(number), CallSteps.parallel(call))));
                } else {
                    given(List.of(((CallItem.Given) item).step()));
                }
            }
            save();
        }

        private NoxOptions options(NoxStart start, boolean force, String report, List<String> more) {
            List<String> args = new ArrayList<>(
                    location.options(cache == null ? null : work.job().cache()));
            args.addAll(Located.values(nox.args()));
            args.addAll(more);
            LogSettings log = work.job().log();
            return new NoxOptions(
                    start.words(),
                    nox.backend(),
                    args,
                    force,
                    force && Invocation.namesBuilds(work),
                    log != null && log.upload() != null,
                    log != null && log.report() ? report : null,
                    shell(),
                    location.folder());
        }

        private @Nullable String shell() {
            Located<String> own = work.job().shell();
            return own != null ? own.value() : bash ? "bash" : null;
        }

        /**
         * The cache, then nox.
         *
         * @param force whether the cache key has to tell that the interpreter is forced
         */
        private void installed(NoxStart start, boolean force) {
            if (cache != null) {
                Step.Describe describe = new Step.Describe(
                        interpreter,
                        interpreter.mustBeNamed() ? file(work) : null,
                        cache.refresh(),
                        cache.image(),
                        container(),
                        cache.encoded(),
                        cache.encoded() && force,
                        shell());
                if (describe.outputs() > 0) {
                    steps.add(describe);
                }
                for (boolean downloads : List.of(false, true)) {
                    if (downloads ? cache.downloads() : cache.venvs()) {
                        boolean release = interpreter.tellsItsRelease();
                        boolean forced = force && !cache.encoded();
                        steps.add(new Step.RestoreCache(
                                cache, release, forced, !saving.isSplit(work, mayFail), downloads));
                    }
                }
            }
            if (!start.isOwn()) {
                steps.add(new Step.InstallNox(
                        interpreter,
                        nox.version().value(),
                        Located.values(nox.packages()),
                        "uv".equals(nox.backend()) && interpreter.source() != InterpreterSource.UV,
                        shell()));
            }
        }

        private void save() {
            if (cache != null) {
                steps.addAll(saving.steps(cache, work, mayFail));
            }
        }

        private Value.Fields withDownloads(Value.Fields variables) {
            return cache == null || !cache.downloads() ? variables : DownloadFolder.with(variables, cache);
        }

        private @Nullable String container() {
            Located<String> image = work.job().image();
            return image == null ? null : image.value();
        }

        /** Below the job's, which would count as a cancellation and fail what may fail. */
        private @Nullable Integer timeout() {
            return mayFail.ever() ? work.job().timeout().value() : null;
        }
    }
}
