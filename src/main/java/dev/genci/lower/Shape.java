package dev.genci.lower;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Value;
import dev.genci.manifest.Command;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.JobSettings;
import dev.genci.manifest.Located;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Interpreter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sessions must have in common to share a job: everything of a job that its rows cannot differ in.
 *
 * @param command in place of nox
 * @param interpreter absent when a command asks for none
 * @param force whether nox forces the interpreter
 * @param cache absent when nothing is cached
 * @param tolerated whether a failure leaves the job green
 * @param timeout in minutes, where it is part of a step
 * @param posargs where one of them holds an expression, which may ask for what a matrix cannot know, such as secrets
 * @param passed what the job gets as the manifest writes it
 * @param bash whether a row runs on Windows
 */
record Shape(
        @Nullable String command,
        @Nullable Interpreter interpreter,
        boolean force,
        @Nullable CacheEntry cache,
        boolean tolerated,
        @Nullable Integer timeout,
        @Nullable String condition,
        Value.Fields env,
        List<Value> before,
        List<Value> after,
        List<String> posargs,
        Value.Fields passed,
        boolean bash) {

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {
            command, interpreter, force, cache, tolerated, timeout, condition, env, before, after, posargs, passed, bash
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Shape same && Arrays.equals(parts(), same.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    static Shape of(Work session, List<Row> rows, InterpreterSource source, String noxPython, CacheFactory caches) {
        JobSettings job = session.job();
        String command = session.call() instanceof Command own ? own.script().value() : null;
        boolean python = rows.stream().anyMatch(row -> row.invocation().python() != null);
        boolean beside = Invocation.beside(session);
        return new Shape(
                command,
                python ? new Interpreter(source, beside ? noxPython : null) : null,
                command == null && Invocation.forced(session),
                caches.entry(job.cache()),
                job.allowFailure(),
                job.allowFailure() ? job.timeout() : null,
                condition(job.condition()),
                Values.texts(job.env()),
                steps(job.before()),
                steps(job.after()),
                evaluated(session.call().posargs()),
                Values.parts(job.passed()),
                rows.stream().anyMatch(row -> row.runner().windows()));
    }

    private static @Nullable String condition(@Nullable Located<String> condition) {
        return condition == null ? null : Conditions.unwrap(condition.value());
    }

    private static List<String> evaluated(List<Located<String>> posargs) {
        List<String> texts = Located.values(posargs);
        return texts.stream().anyMatch(text -> text.contains("${{")) ? texts : List.of();
    }

    private static List<Value> steps(List<StepSpec> steps) {
        return steps.stream().map(step -> (Value) Values.part(step.text())).toList();
    }
}
