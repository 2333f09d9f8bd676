package dev.genci.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Workflows that somebody wrote beside the one that the manifest makes. */
public record Comparison(HandWritten old, Plan now) {
    private static final int SHOWN = 12;

    /** The sessions that the manifest's workflow runs. */
    private Set<String> sessions() {
        Set<String> all = new LinkedHashSet<>();
        now.jobs().forEach(job -> job.rows().forEach(row -> all.addAll(row.sessions())));
        return all;
    }

    /** The sessions that only the old workflows run. */
    List<String> onlyOld() {
        Set<String> here = sessions();
        return old.sessions().stream()
                .filter(session -> !here.contains(session))
                .toList();
    }

    /** The sessions that only the manifest's workflow runs. */
    List<String> onlyNow() {
        return sessions().stream()
                .filter(session -> !old.sessions().contains(session))
                .toList();
    }

    /** What is compared; without times where none is known. */
    List<SideBySide.Line> lines(@Nullable Integer runners) {
        List<SideBySide.Line> lines = new ArrayList<>(SideBySide.sizes(old.plan(), now));
        lines.add(
                2, SideBySide.line("sessions", old.sessions().size(), sessions().size()));
        if (isTimed()) {
            lines.addAll(SideBySide.times(old.plan(), now, runners));
        }
        lines.add(new SideBySide.Line("jobs with a cache", old.cached() + " of " + old.noxJobs(), cached()));
        lines.add(SideBySide.line("entries of it", old.plan().caches(), now.caches()));
        return lines;
    }

    /** What only one side runs, what is not known, and the gain: a line each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        names(notes, "only there", onlyOld());
        names(notes, "only here", onlyNow());
        names(notes, "not known there", old.unclear());
        if (!isTimed()) {
            notes.add("no durations on both sides: write duration in sessions, or pass --durations");
            return notes;
        }
        names(notes, "no duration there", old.without());
        if (now.unknown() > 0) {
            notes.add("no duration here: " + PlanText.count((int) now.unknown(), "row"));
        }
        double gain = Timing.of(old.plan()).parallel() - Timing.of(now).parallel();
        notes.add("in parallel: " + PlanText.time(Math.abs(gain)) + (gain >= 0 ? " less" : " more"));
        return notes;
    }

    private static void names(List<String> notes, String title, Collection<String> names) {
        if (!names.isEmpty()) {
            // A name with a line feed must not look like a line of ours.
            String shown =
                    String.join(", ", names.stream().limit(SHOWN).toList()).replace('\n', ' ');
            String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
            notes.add(title + ": " + shown + more);
        }
    }

    /** Whether both sides have a session whose duration is known. */
    boolean isTimed() {
        return SideBySide.isTimed(old.plan(), now);
    }

    private String cached() {
        List<PlannedJob> nox = now.jobs().stream()
                .filter(job ->
                        job.rows().stream().anyMatch(row -> !row.sessions().isEmpty()))
                .toList();
        return nox.stream().filter(job -> job.caches() > 0).count() + " of " + nox.size();
    }
}
