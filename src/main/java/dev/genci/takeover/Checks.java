package dev.genci.takeover;

import dev.genci.audit.Audit;
import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadRow;
import dev.genci.audit.ReadWorkflow;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of the checks that workflows report. */
final class Checks {
    private Checks() {}

    /** Those of workflows; of a matrix that only a run knows there is one name for all. */
    static Set<String> of(List<ReadWorkflow> workflows) {
        Set<String> names = new LinkedHashSet<>();
        for (ReadWorkflow workflow : workflows) {
            for (ReadJob job : workflow.jobs()) {
                for (ReadRow row : job.rows()) {
                    String name = row.check();
                    String written = job.job().settings().text("name");
                    names.add(
                            name != null ? name : (written.isEmpty() ? job.job().id() : written) + " (of a run)");
                }
            }
        }
        return names;
    }

    /** Those of generated workflows. */
    static Set<String> generated(List<SourceFile> files, NoxListing listing) {
        Audit audit = Audit.of(
                files.stream().map(file -> new Audit.Source(file, path -> null)).toList(), listing);
        return of(ReadWorkflow.of(audit, listing));
    }

    /** A place in a comment. */
    static String where(Place place) {
        String file = place.file().name();
        return file.substring(file.lastIndexOf('/') + 1) + ":" + place.line();
    }
}
