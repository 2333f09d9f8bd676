package dev.genci.lower.template;

import dev.genci.lower.row.Row;
import dev.genci.manifest.Download;
import dev.genci.manifest.Work;
import java.util.List;

/**
 * A session whose artifacts another one takes.
 *
 * @param rows those that run on the target, at least one
 */
public record Source(Download download, Work work, List<Row> rows) {}
