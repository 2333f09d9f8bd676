package dev.genci.manifest;

import dev.genci.data.InterpreterSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry that runs something: nox, once or several times, or a command.
 *
 * @param needs sessions, meta-sessions and tags
 * @param axes its rows
 * @param call what each row runs
 * @param job what surrounds it
 * @param items what is wrong with items of {@code include}
 * @param replaced its own keys in place of which items bring others to every row
 * @param ownParts of its rows, each as an entry of its own, where the rows differ in more than their axes; else empty
 */
public record Work(
        Listing listing,
        EntrySource source,
        List<Located<Reference>> needs,
        Axes axes,
        Call call,
        JobSettings job,
        List<IncludedItem> items,
        List<Located<String>> replaced,
        List<Work> ownParts)
        implements Entry {

    /** The parts of its rows, as a rule itself alone. Each has some of the rows, and what these need; together they are the entry. */
    public List<Work> parts() {
        return ownParts.isEmpty() ? List.of(this) : ownParts;
    }

    /** The same with what is known of the items of {@code include}. */
    Work with(List<IncludedItem> found, List<Located<String>> keys, List<Work> parts) {
        return new Work(listing, source, needs, axes, call, job, found, keys, parts);
    }

    @Override
    public EntryKind kind() {
        return call instanceof NoxCall ? EntryKind.NOX : call.list() != null ? EntryKind.CALLS : EntryKind.COMMAND;
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
        CallList list = call.list();
        List<StepSpec> inside = list == null ? List.of() : list.steps();
        return Stream.of(job.first(), setup(), job.before(), inside, job.after())
                .flatMap(List::stream)
                .toList();
    }

    /** The steps that make the project's own nox available. */
    public List<StepSpec> setup() {
        NoxStart start = call.start();
        return start == null ? List.of() : start.setup();
    }

    /** The variables that only nox gets, by name, for each call. */
    public List<Map<Located<String>, Located<String>>> variablesOfNox() {
        NoxStart start = call.start();
        CallList list = call.list();
        if (list != null) {
            return list.ofNox().stream()
                    .map(each -> Located.entries(each.variables(list.start())))
                    .toList();
        }
        return start == null ? List.of() : List.of(Located.entries(start.env()));
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
        return call.makesEnvironment();
    }

    /** Whether it may run in parallel; if the manifest does not say so, an error was reported. */
    public boolean mayOverlap() {
        return listing.parallelSafe() == null || listing.parallelSafe().value();
    }
}
