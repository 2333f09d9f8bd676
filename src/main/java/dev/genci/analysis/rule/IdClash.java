package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.JobId;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.FinalJob;
import dev.genci.manifest.Helper;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Names that become ids of jobs differ in characters that an id can have, and not only in case. */
final class IdClash implements Rule {
    @Override
    public RuleId id() {
        return RuleId.ID_CLASH;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        FinalJob asked = analysis.manifest().workflow().finalJob();
        Located<String> finalJob = asked == null ? null : asked.name();
        Map<String, Entry> owners = new HashMap<>();
        Map<String, Work> derived = analysis.jobs().isEmpty() ? Map.of() : allowedToFail(analysis);
        for (Entry entry : analysis.entries()) {
            boolean isFinalJob =
                    entry instanceof Meta && finalJob != null && entry.name().equals(finalJob.value());
            if (!entry.inCi() || entry instanceof Helper || isFinalJob) {
                continue;
            }
            String job = entry instanceof Work work ? work.sharedJob() : "";
            String id = key(job.isEmpty() ? entry.name() : job);
            Entry first = owners.putIfAbsent(id, entry);
            if (!job.isEmpty() && first instanceof Work work && work.sharedJob().equals(job)) {
                continue;
            }
            if (finalJob != null && id.equals(key(finalJob.value()))) {
                report.accept(withFinalJob(entry, finalJob, analysis));
            } else if (entry instanceof PassedJob && derived.containsKey(id)) {
                Entry owner = derived.get(id);
                report.accept(clash(entry, "the rows of \"" + owner.name() + "\" that may fail", id)
                        .related(owner.place(), "\"" + owner.name() + "\""));
            } else if (first != null
                    && !isNumbered(first, entry)
                    && !EnvironmentClash.between(first, entry, analysis)) {
                report.accept(clash(entry, clashing(first), id).related(first.place(), "\"" + first.name() + "\""));
            }
        }
    }

    /** The ids of jobs for the rows that may fail, where others of the same job must not. */
    private static Map<String, Work> allowedToFail(Analysis analysis) {
        Map<String, Work> derived = new HashMap<>();
        Set<String> counting = analysis.running()
                .filter(work -> !work.job().allowFailure())
                .map(Work::sharedJob)
                .collect(Collectors.toSet());
        analysis.running()
                .filter(work -> !work.sharedJob().isEmpty() && work.job().allowFailure())
                .filter(work -> counting.contains(work.sharedJob()))
                .forEach(work -> derived.putIfAbsent(key(work.sharedJob() + JobId.ALLOWED_TO_FAIL), work));
        return derived;
    }

    /** Of names in other scripts little is left in an id: the second one gets a number. */
    private static boolean isNumbered(Entry first, Entry second) {
        return !isAscii(first.name()) && !isAscii(second.name());
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private Diagnostic withFinalJob(Entry entry, Located<String> finalJob, Analysis analysis) {
        Diagnostic error = clash(entry, "the final job", key(finalJob.value()));
        boolean written =
                !finalJob.place().equals(Place.start(analysis.manifest().file()));
        return (written ? error.related(finalJob.place(), "the final job") : error)
                .help("give the final job another name, for example: final-job: all-ok");
    }

    /** Names of sessions stand alone in messages; a job may have the very name of a session. */
    private static String clashing(Entry entry) {
        return (entry instanceof PassedJob ? "the job \"" : "\"") + entry.name() + "\"";
    }

    private Diagnostic clash(Entry entry, String other, String id) {
        return Diagnostic.of(
                id(),
                entry.place(),
                clashing(entry) + " and " + other + " would become jobs with the same id, \"" + id + "\"");
    }

    private static String key(String name) {
        return JobId.of(name).toLowerCase(Locale.ROOT);
    }
}
