package dev.genci.manifest;

import dev.genci.data.InterpreterSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry that runs something: nox, or a command.
 *
 * @param needs sessions, meta-sessions and tags
 * @param axes its rows
 * @param calls what each row runs, in this order; one today
 * @param job what surrounds the calls
 */
public record Work(
        Listing listing,
        EntrySource source,
        List<Located<Reference>> needs,
        Axes axes,
        List<Call> calls,
        JobSettings job)
        implements Entry {

    @Override
    public EntryKind kind() {
        return call() instanceof NoxCall ? EntryKind.NOX : EntryKind.COMMAND;
    }

    @Override
    public @Nullable Located<String> title() {
        return job.title();
    }

    /** The id of the job that its rows share by name; empty where it names none. */
    public String sharedJob() {
        Located<String> shared = job.sharedJob();
        return shared == null ? "" : shared.value();
    }

    /** The only call. */
    public Call call() {
        return calls.get(0);
    }

    @Override
    public List<Located<Reference>> downloads() {
        return sources(false);
    }

    @Override
    public List<Located<Reference>> joins() {
        return sources(true);
    }

    private List<Located<Reference>> sources(boolean joined) {
        return job.artifacts().downloads().stream()
                .filter(download -> (download.join() != null) == joined)
                .map(Download::from)
                .toList();
    }

    /** The steps that the manifest brings, in their order. */
    public List<StepSpec> steps() {
        return Stream.of(setup(), job.before(), job.after())
                .flatMap(List::stream)
                .toList();
    }

    /** The steps that make the project's own nox available. */
    public List<StepSpec> setup() {
        return call() instanceof NoxCall nox ? nox.start().setup() : List.of();
    }

    /** The variables that only nox gets, by name. */
    public Map<Located<String>, Located<String>> variablesOfNox() {
        return call() instanceof NoxCall nox ? Located.entries(nox.start().env()) : Map.of();
    }

    /** How its jobs at a target get their interpreters. */
    public InterpreterSource interpreters(InterpreterSource ofTarget) {
        InterpreterSource own = job.interpreters();
        return own == null ? ofTarget : own;
    }

    @Override
    public List<Located<Reference>> waitsFor() {
        // Asked for many times of every session, most of which take nothing.
        return job.artifacts().downloads().isEmpty() ? needs : Entry.super.waitsFor();
    }

    /** Whether nox makes an environment for it. */
    public boolean hasVenv() {
        return call() instanceof NoxCall nox && nox.hasVenv();
    }

    /** Whether it may run in parallel; if the manifest does not say so, an error was reported. */
    public boolean mayOverlap() {
        return listing.parallelSafe() == null || listing.parallelSafe().value();
    }
}
