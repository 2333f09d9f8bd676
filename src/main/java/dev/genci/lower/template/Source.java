package dev.genci.lower.template;

import dev.genci.lower.row.Row;
import dev.genci.manifest.Download;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session whose artifacts another one takes, or a job of the manifest of which it takes one by name.
 *
 * @param rows of a session, those that run on the target, at least one; of a job none
 */
public record Source(Download download, Entry entry, List<Row> rows) {
    /** The session. */
    Work work() {
        return (Work) entry;
    }

    /** The name of the artifact of a job, which is all that is known of it; absent of a session. */
    @Nullable Located<String> named() {
        return entry instanceof PassedJob ? download.name() : null;
    }
}
