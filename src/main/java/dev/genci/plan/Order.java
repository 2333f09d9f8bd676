package dev.genci.plan;

import dev.genci.analysis.Analysis;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Listing;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Reference;
import dev.genci.manifest.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** An order that a manifest asks of sessions, and that it could do without. */
public enum Order {
    /** {@code needs}. What sessions download from each other stays, and so does what waits for the final job. */
    needs {
        @Override
        boolean holds(Analysis analysis, Work work) {
            return work.needs().stream().anyMatch(need -> isLifted(analysis, need));
        }

        @Override
        Work without(Analysis analysis, Work work) {
            List<Located<Reference>> kept = work.needs().stream()
                    .filter(need -> !isLifted(analysis, need))
                    .toList();
            return with(work, work.listing(), kept, parts(analysis, work));
        }
    },

    /** {@code parallel-safe: false}. */
    serial {
        @Override
        boolean holds(Analysis analysis, Work work) {
            return !work.mayOverlap();
        }

        @Override
        Work without(Analysis analysis, Work work) {
            Listing own = work.listing();
            Listing safe = new Listing(
                    own.name(),
                    own.purpose(),
                    own.tags(),
                    own.membership(),
                    own.file(),
                    own.notes(),
                    own.comment(),
                    own.duration(),
                    own.ci(),
                    null);
            return with(work, safe, work.needs(), parts(analysis, work));
        }
    };

    /** Whether an entry is held by it. */
    abstract boolean holds(Analysis analysis, Work work);

    /** An entry that is not held by it. */
    abstract Work without(Analysis analysis, Work work);

    /** The manifest in which it does not hold some entries, and what follows from that. */
    Analysis lifted(Analysis analysis, Predicate<Work> entries) {
        Manifest own = analysis.manifest();
        Map<String, Entry> lifted = new LinkedHashMap<>();
        own.entries()
                .forEach((name, entry) -> lifted.put(
                        name,
                        entry instanceof Work work && holds(analysis, work) && entries.test(work)
                                ? without(analysis, work)
                                : entry));
        return Analysis.of(new Manifest(
                own.file(),
                own.workflow(),
                own.all(),
                own.targets(),
                own.defaultKeys(),
                own.nox(),
                own.pins(),
                own.strictPins(),
                own.selfCheck(),
                own.expressionTexts(),
                lifted,
                own.jobs()));
    }

    private static boolean isLifted(Analysis analysis, Located<Reference> need) {
        return !analysis.references().isSomeFinalJob(need.value());
    }

    List<Work> parts(Analysis analysis, Work work) {
        return work.ownParts().stream().map(part -> without(analysis, part)).toList();
    }

    private static Work with(Work work, Listing listing, List<Located<Reference>> needs, List<Work> parts) {
        return new Work(
                listing,
                work.source(),
                needs,
                work.axes(),
                work.call(),
                work.job(),
                work.items(),
                work.replaced(),
                parts);
    }
}
