package dev.genci.lower.group;

import dev.genci.manifest.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits, and is waited for, as one: rows of a session, or a job of the manifest. */
public sealed interface Scheduled permits SessionRows, ScheduledJob {
    /** The number of its entry in the manifest. */
    int number();

    /** Its entry. */
    Entry entry();

    /** The base of its job's id. */
    String name();

    /** The expression that must be true, besides what it waits for; it may be skipped then. */
    @Nullable String condition();

    /** git's patterns of the files of which one must have changed for it to run; none: it runs whatever has changed. */
    List<String> paths();

    /** Whether it must not overlap with others of which the same is true. */
    boolean isExclusive();

    /** How it stands to the final job. */
    Standing standing();

    /** Whether its condition says what must have succeeded before: then nothing is added to it. */
    boolean asksStatus();

    /** How many rows it has. */
    int size();

    /**
     * What is scheduled on its own.
     *
     * @param chained whether those that must not overlap run one after another
     */
    List<? extends Scheduled> parts(boolean chained);
}
