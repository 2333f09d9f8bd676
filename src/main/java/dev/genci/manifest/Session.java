package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session of the manifest, with the defaults merged in.
 *
 * @param place the key that names it
 * @param kind what it becomes in a workflow
 * @param ci whether it belongs to CI; absent when nobody said so
 * @param parallelSafe whether it may run beside others; absent when nobody said so
 * @param needs sessions, meta-sessions and tags
 * @param members of a meta-session; the list's place is {@code keys["members"]}
 * @param call what is run
 * @param execution where and how it is run
 * @param expressionTexts the texts that have an expression in them, its defaults' too
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
        List<Located<Reference>> needs,
        List<Located<Reference>> members,
        Call call,
        Execution execution,
        List<ExpressionText> expressionTexts,
        Map<String, Place> keys,
        boolean incomplete) {

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
     * @param passed what the job gets as it is written, by key, in the order of {@link SessionKey}
     */
    public record Execution(
            List<Runner> runners,
            @Nullable YamlMapping env,
            int timeout,
            boolean allowFailure,
            @Nullable Located<String> condition,
            List<StepSpec> before,
            List<StepSpec> after,
            Map<String, YamlNode> passed) {

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
            @Nullable Located<String> run) {}

    /** The steps that the manifest brings. */
    public List<StepSpec> steps() {
        return Stream.concat(execution.before().stream(), execution.after().stream())
                .toList();
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
