package dev.genci.lower;

import dev.genci.analysis.References;
import dev.genci.data.JobId;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import java.util.List;

/** Says who is to blame where a part of too many rows has the id of another job. */
final class PartIds {
    private PartIds() {}

    /** The entries of that name; where it is a job of ours, those of which the part is one. */
    static List<Diagnostic> clashes(References references, String id) {
        List<Diagnostic> named = named(references, id).stream()
                .map(entry -> Diagnostic.of(
                        RuleId.ID_CLASH,
                        entry.place(),
                        "\"" + entry.name() + "\" has the id of a job for a part of too many rows"))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return named(references, id.substring(0, id.lastIndexOf('-'))).stream()
                .map(entry -> Diagnostic.of(
                                RuleId.ID_CLASH,
                                entry.place(),
                                "a part of the too many rows of \"" + entry.name() + "\" has the id of another job, \""
                                        + id + "\"")
                        .help("give it another name"))
                .toList();
    }

    private static List<Entry> named(References references, String id) {
        return references.entries().stream()
                .filter(entry -> JobId.of(entry.name()).equalsIgnoreCase(id))
                .toList();
    }
}
