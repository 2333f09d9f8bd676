package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session of the manifest, with the defaults merged in.
 *
 * @param place the key that names it
 * @param kind what it becomes in a workflow
 * @param ci whether it belongs to CI; absent when nobody said so
 * @param parallelSafe whether it may run beside others; absent when nobody said so
 * @param needs sessions, meta-sessions and tags, as written
 * @param members of a meta-session, as written; the list's place is {@code keys["members"]}
 * @param call what is run
 * @param execution where and how it is run
 * @param keys the keys that the session itself says, without defaults
 * @param incomplete whether a part of it was too wrong to be bound, so that what is missing is no news
 */
public record Session(
        String name,
        Place place,
        Kind kind,
        Documentation documentation,
        @Nullable Located<Boolean> ci,
        @Nullable Located<Boolean> parallelSafe,
        List<Located<String>> needs,
        List<Located<String>> members,
        Call call,
        Execution execution,
        Map<String, Place> keys,
        boolean incomplete) {

    /** The keys that mean nothing to a command. */
    public static final Set<String> NOX_KEYS =
            Set.of("session", "python-by", "parametrize", "posargs", "venv-backend", "cache");

    /** What a session becomes in a workflow. */
    public enum Kind {
        /** Rows that run nox. */
        NOX,
        /** Rows that run a shell command. */
        RUN,
        /** A status job over its members, or nothing. */
        META,
        /** Nothing: it is only documented. */
        HELPER
    }

    /**
     * What people read.
     *
     * @param duration in seconds
     */
    public record Documentation(
            String purpose,
            List<Located<String>> tags,
            @Nullable String file,
            @Nullable String notes,
            @Nullable Integer duration) {}

    /**
     * What is run.
     *
     * @param selector nox's name of the session
     * @param pythons a row each; empty: nox's own
     * @param pythonBy how the interpreter is chosen
     * @param parameters a row each, as nox prints them inside the parentheses; empty: none
     * @param posargs after {@code --}
     * @param run the shell command, in place of nox
     * @param environment whether it has a virtual environment of its own
     * @param cache absent when nothing is cached
     */
    public record Call(
            Located<String> selector,
            List<Located<String>> pythons,
            PythonBy pythonBy,
            List<Located<String>> parameters,
            List<Located<String>> posargs,
            @Nullable Located<String> run,
            boolean environment,
            @Nullable CacheSettings cache) {}

    /** How the interpreter of a row is chosen. */
    public enum PythonBy {
        /** {@code nox -s NAME-3.12}. */
        NAME,
        /** {@code nox -s NAME} under that interpreter. */
        JOB,
        /** {@code nox --force-python 3.12 -s NAME}. */
        FORCE
    }

    /**
     * Where and how it is run.
     *
     * @param runners a row each; empty: the target's
     * @param timeout in minutes
     * @param condition the text of {@code if}
     */
    public record Execution(
            List<Runner> runners,
            @Nullable YamlMapping env,
            int timeout,
            boolean allowFailure,
            @Nullable Located<String> condition,
            List<StepSpec> before,
            List<StepSpec> after) {

        /** The names of its variables. */
        public List<Located<String>> variables() {
            return Located.keys(env);
        }
    }

    /**
     * A step that the manifest brings.
     *
     * @param text the step as written
     * @param uses the action
     * @param run the script
     */
    public record StepSpec(
            YamlMapping text,
            @Nullable Located<String> id,
            @Nullable Located<String> uses,
            @Nullable Located<String> run) {

        /** The text of {@code if}. */
        public @Nullable Located<String> condition() {
            return text.get("if") instanceof YamlScalar scalar ? new Located<>(scalar.text(), scalar.place()) : null;
        }

        /** The other texts in which the forge evaluates expressions, wherever they are allowed. */
        private void evaluated(List<Located<String>> texts) {
            text.entries().forEach((key, entry) -> {
                if (!key.equals("if") && !key.equals("run")) {
                    Located.scalars(entry.value(), texts);
                }
            });
        }
    }

    /** The steps that the manifest brings. */
    public List<StepSpec> steps() {
        return Stream.concat(execution.before().stream(), execution.after().stream())
                .toList();
    }

    /** The texts in which the forge evaluates expressions, without conditions. */
    public List<Located<String>> evaluated() {
        List<Located<String>> texts = new ArrayList<>(call.posargs());
        Located.scalars(execution.env(), texts);
        execution.runners().forEach(runner -> runner.labels()
                .forEach(label -> texts.add(new Located<>(label, runner.place()))));
        steps().forEach(step -> step.evaluated(texts));
        return texts;
    }

    /** Whether it is in CI. */
    public boolean inCi() {
        return ci != null && ci.value();
    }

    /** Whether it may run beside others that may not; where nobody said so, an error was reported. */
    public boolean mayOverlap() {
        return parallelSafe == null || parallelSafe.value();
    }

    /** Whether it gives rows: a nox session or a command, in CI. */
    public boolean runs() {
        return inCi() && isSession();
    }

    /** Whether it runs something, in CI or not. */
    public boolean isSession() {
        return kind == Kind.NOX || kind == Kind.RUN;
    }
}
