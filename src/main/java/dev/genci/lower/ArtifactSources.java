package dev.genci.lower;

import dev.genci.analysis.References;
import dev.genci.lower.row.Row;
import dev.genci.lower.template.ArtifactSteps;
import dev.genci.lower.template.LogSteps;
import dev.genci.lower.template.Source;
import dev.genci.manifest.Download;
import dev.genci.manifest.JobSettings;
import dev.genci.manifest.LogSettings;
import dev.genci.manifest.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whose artifacts a session takes, and what all artifacts of a workflow are called. */
final class ArtifactSources {
    private ArtifactSources() {}

    /** The sessions that a session downloads from and that run on the target, in the manifest's order. */
    static List<Source> of(Work work, References references, Map<Integer, List<Row>> rows) {
        List<Source> sources = new ArrayList<>();
        for (Download download : work.job().artifacts().downloads()) {
            BitSet from = references.standsFor(download.from().value());
            from.stream()
                    .filter(rows::containsKey)
                    .mapToObj(number ->
                            new Source(download, references.work(number), Objects.requireNonNull(rows.get(number))))
                    .filter(source -> !source.work().name().equals(work.name()))
                    .forEach(sources::add);
        }
        return sources;
    }

    /** The names of all artifacts. */
    static Set<String> names(References references, Map<Integer, List<Row>> rows) {
        Set<String> names = new HashSet<>();
        rows.forEach((number, own) -> {
            JobSettings job = references.work(number).job();
            LogSettings log = job.log();
            job.artifacts()
                    .uploads()
                    .forEach(upload -> own.forEach(row -> names.add(ArtifactSteps.name(upload, row, own.size()))));
            if (log != null) {
                own.forEach(row -> names.add(LogSteps.name(log, row)));
            }
        });
        return names;
    }
}
