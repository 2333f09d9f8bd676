package dev.genci.lower;

import dev.genci.analysis.References;
import dev.genci.lower.row.Row;
import dev.genci.lower.template.ArtifactSteps;
import dev.genci.lower.template.LogSteps;
import dev.genci.lower.template.Source;
import dev.genci.manifest.Download;
import dev.genci.manifest.JobSettings;
import dev.genci.manifest.LogSettings;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whose artifacts a session takes, and what all artifacts of a workflow are called. */
final class ArtifactSources {
    private ArtifactSources() {}

    /**
     * The sessions and jobs that a session downloads from and that run on the target, in the manifest's order.
     *
     * @param jobs the numbers of the jobs that run there
     */
    static List<Source> of(Work work, References references, Map<Integer, List<Row>> rows, Set<Integer> jobs) {
        List<Source> sources = new ArrayList<>();
        for (Download download : work.job().artifacts().downloads()) {
            BitSet from = references.standsFor(download.from().value());
            from.stream()
                    .filter(number -> rows.containsKey(number) || jobs.contains(number))
                    .mapToObj(number ->
                            new Source(download, references.entry(number), rows.getOrDefault(number, List.of())))
                    .filter(source -> !source.entry().name().equals(work.name()))
                    .forEach(sources::add);
        }
        return sources;
    }

    /** The names of all artifacts, as far as they are known. */
    static Set<String> names(References references, Map<Integer, List<Row>> rows) {
        Set<String> names = new HashSet<>();
        rows.forEach((number, own) -> {
            JobSettings job = references.work(number).job();
            LogSettings log = job.log();
            job.artifacts()
                    .uploads()
                    .forEach(upload -> own.forEach(row -> names.add(ArtifactSteps.name(upload, row, own.size()))));
            job.artifacts().downloads().stream()
                    .filter(download -> references.standsFor(download.from().value()).stream()
                            .anyMatch(from -> references.entry(from) instanceof PassedJob))
                    .map(Download::name)
                    .flatMap(Stream::ofNullable)
                    .forEach(name -> names.add(name.value()));
            if (log != null) {
                own.forEach(row -> names.add(LogSteps.name(log, row)));
            }
        });
        return names;
    }
}
