package dev.genci.pipeline;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Refresh;
import dev.genci.data.SessionPart;
import dev.genci.data.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step. Jobs whose steps are equal share them. What differs between rows travels in the variables {@code NOX_SESSION},
 * {@code NOX_PYTHON}, {@code NOX_RUNNER} and {@code NOX_POSARGS}; in a step only where the manifest reads the row there.
 *
 * <p>{@code bash} names that shell, for jobs with rows on Windows.
 */
public sealed interface Step
        permits Step.CheckOut,
                Step.SetUpPython,
                Step.SetUpOtherPython,
                Step.Describe,
                Step.RestoreCache,
                Step.SaveCache,
                Step.InstallNox,
                Step.RunNox,
                Step.CallNox,
                Step.RunCommand,
                Step.Warn,
                Step.Custom,
                ArtifactStep.Upload,
                ArtifactStep.Download,
                ArtifactStep.PutBack,
                Step.Decide,
                FindChanges,
                CheckWorkflows,
                LogStep.FindTemporary,
                LogStep.ShowReport,
                LogStep.UploadLog {
    /** What it consists of: two steps of one kind are the same if their parts are. */
    List<@Nullable Object> parts();

    /** Gets the project's files, with inputs that say what becomes of the credentials. */
    record CheckOut(Value.Fields inputs) implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return List.of(inputs);
        }
    }

    /**
     * Makes the interpreter ready.
     *
     * @param file that names it; absent where the variable {@code NOX_PYTHON} does
     * @param noxPython the version that nox runs on where it cannot run on this one
     * @param preReleases whether it may be a pre-release
     * @param named whether other steps refer to it
     */
    record SetUpPython(
            InterpreterSource source,
            @Nullable String file,
            @Nullable String noxPython,
            boolean preReleases,
            boolean named,
            boolean bash)
            implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(source, file, noxPython, preReleases, named, bash);
        }
    }

    /**
     * Makes the second interpreter ready, where nox runs on another one than the session.
     *
     * @param noxPython the version that nox runs on
     * @param only the values of {@code NOX_PYTHON} that need it; none if all do
     */
    record SetUpOtherPython(InterpreterSource source, String noxPython, List<String> only, boolean bash)
            implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return List.of(source, noxPython, only, bash);
        }
    }

    /**
     * Puts out what an environment depends on and what no expression tells: the exact interpreter where no action installed
     * it, the date as far as it counts.
     *
     * @param file of the repository that names the interpreter; absent where a variable does, or nothing asks
     * @param image whether the runner's image is part of it, because its label does not say which one that is
     * @param container the image of the job's container, which is part of it, too; absent where the job runs in none
     * @param session whether the session is part of it, because its name does not fit into a key
     * @param force whether nox forces the interpreter, and so calls the environment after it, too
     */
    record Describe(
            Interpreter interpreter,
            @Nullable String file,
            Refresh refresh,
            boolean image,
            @Nullable String container,
            boolean session,
            boolean force,
            @Nullable String shell)
            implements Step {
        /** How many things there are to tell. */
        public long outputs() {
            return Stream.of(
                            !interpreter.tellsItsRelease(),
                            refresh != Refresh.NEVER,
                            image || container != null,
                            container != null, // its workspace
                            session)
                    .filter(told -> told)
                    .count();
        }

        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(interpreter, file, refresh, image, container, session, force, shell);
        }
    }

    /**
     * Restores an entry: its environments, or its downloads.
     *
     * @param release whether the step that set up the interpreter tells its exact release
     * @param force whether nox forces the interpreter, and so calls the environment after it, too
     * @param save whether the same step saves it when the job has succeeded
     * @param downloads whether it restores the downloads
     */
    record RestoreCache(CacheEntry entry, boolean release, boolean force, boolean save, boolean downloads)
            implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return List.of(entry, release, force, save, downloads);
        }
    }

    /**
     * Saves an entry: its environments, or its downloads.
     *
     * @param path of the environments, relative to the workspace; absent for the downloads
     * @param also other folders and files, as in {@link CacheEntry}
     * @param inContainer whether the job runs in a container, in which the workspace is another folder
     * @param unless events in which nothing is saved
     * @param onlyAfterSuccess whether nox's own outcome counts, because its failure does not fail the job
     * @param always whether a failure saves, too
     * @param onDefaultBranch whether only runs of the default branch save
     */
    record SaveCache(
            @Nullable String path,
            List<String> also,
            boolean inContainer,
            Set<Unless> unless,
            boolean onlyAfterSuccess,
            boolean always,
            boolean onDefaultBranch)
            implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(path, also, inContainer, unless, onlyAfterSuccess, always, onDefaultBranch);
        }
    }

    /**
     * Installs nox.
     *
     * @param packages other requirements to install
     * @param uv whether uv comes with it, as the backend
     */
    record InstallNox(
            Interpreter interpreter,
            String version,
            List<String> packages,
            boolean uv,
            @Nullable String shell) implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(interpreter, version, packages, uv, shell);
        }
    }

    /**
     * Runs nox.
     *
     * @param options before {@code -s}
     * @param env variables that only it gets
     * @param posargs whether arguments follow that differ from row to row
     * @param arguments what follows in every row alike. What an expression gives stays one argument, whatever is in it, and
     *     is left out if it is empty
     * @param mayFail in which rows a failure leaves the job green
     * @param timeout in minutes, below the job's
     */
    record RunNox(
            NoxOptions options,
            Value.Fields env,
            boolean posargs,
            List<String> arguments,
            MayFail mayFail,
            @Nullable Integer timeout)
            implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(options, env, posargs, arguments, mayFail, timeout);
        }

        /** The same with other texts, and arguments of the rows where these are asked for. */
        public RunNox with(Value.Fields otherEnv, List<String> others, boolean ofRows) {
            return new RunNox(options, otherEnv, ofRows, others, mayFail, timeout);
        }
    }

    /**
     * Calls nox once of several times in a job.
     *
     * @param condition when; absent: after a success
     * @param env variables that only this call gets
     * @param options before the sessions
     * @param part what nox does of each session
     * @param byTag whether nox gets tags in place of names
     * @param sessions nox's names of them, without the interpreter, or their tags
     * @param inName whether the row's interpreter is a part of these names
     * @param arguments after the sessions, as for the only call of other jobs
     */
    record CallNox(
            String name,
            @Nullable String condition,
            Value.Fields env,
            NoxOptions options,
            SessionPart part,
            boolean byTag,
            List<String> sessions,
            boolean inName,
            List<String> arguments)
            implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(name, condition, env, options, part, byTag, sessions, inName, arguments);
        }
    }

    /** Runs a command of the manifest: where, how long, and whether it may fail, is as for nox. */
    record RunCommand(
            String script,
            MayFail mayFail,
            @Nullable Integer timeout,
            @Nullable String shell,
            @Nullable String directory)
            implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(script, mayFail, timeout, shell, directory);
        }
    }

    /** Warns that the session failed, which does not fail the job. */
    record Warn(boolean bash) implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return List.of(bash);
        }
    }

    /** A step of the manifest, as it is written; {@code uses} is without a version. */
    record Custom(Value.Fields fields) implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return List.of(fields);
        }
    }

    /**
     * Decides about the needed jobs: every one must have succeeded.
     *
     * @param maySkip those that may have been skipped, too
     */
    record Decide(List<String> maySkip, boolean bash) implements Step {
        /** Copies the list. */
        public Decide {
            maySkip = List.copyOf(maySkip);
        }

        @Override
        public List<@Nullable Object> parts() {
            return List.of(maySkip, bash);
        }
    }
}
