package dev.genci.manifest;

import dev.genci.source.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry of {@code sessions}, with the defaults merged in, or of {@code jobs}. */
public sealed interface Entry permits Work, Meta, Helper, PassedJob {
    /** What the table shows of it. */
    Listing listing();

    /** How it is written. */
    EntrySource source();

    /** What it becomes in a workflow. */
    EntryKind kind();

    /** Its key. */
    default String name() {
        return listing().name().value();
    }

    /** The place of its key. */
    default Place place() {
        return listing().name().place();
    }

    /** Whether it is in this workflow of CI; if the manifest does not say so, an error was reported. */
    default boolean inCi() {
        return inSomeWorkflow() && listing().membership().here();
    }

    /** Whether it is in CI, be it only in other workflows. */
    default boolean inSomeWorkflow() {
        return listing().ci() != null && listing().ci().value();
    }

    /** What messages call it, before its name. */
    default String noun() {
        return kind() == EntryKind.JOB ? "job" : "session";
    }

    /** What its jobs are called; absent where nothing is said. */
    default @Nullable Located<String> title() {
        return null;
    }

    /** What it waits for; only work and jobs wait. */
    default List<Located<Reference>> needs() {
        return List.of();
    }

    /** Whose artifacts it takes if they succeeded; only work takes any. */
    default List<Located<Reference>> downloads() {
        return List.of();
    }

    /** Whose artifacts it takes even if they failed; only work takes any. */
    default List<Located<Reference>> joins() {
        return List.of();
    }

    /** Everything that must have succeeded before, in whichever key that is said. */
    default List<Located<Reference>> succeedsAfter() {
        return Stream.concat(needs().stream(), downloads().stream()).toList();
    }

    /** Everything that must have ended before, in whichever key that is said. */
    default List<Located<Reference>> waitsFor() {
        return Stream.concat(succeedsAfter().stream(), joins().stream()).toList();
    }

    /** Its members; only a meta-session has any. */
    default List<Located<Reference>> members() {
        return List.of();
    }

    /** Its own keys, without those of defaults. */
    default Map<String, Place> keys() {
        return source().keys();
    }
}
