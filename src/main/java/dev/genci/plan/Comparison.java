package dev.genci.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Workflows that somebody wrote beside the one that the manifest makes. */
public record Comparison(HandWritten old, Plan now) {

    /** A line of the table: what it is called, then a value for each side. */
    record Line(String title, String old, String now) {}

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
    List<Line> lines(@Nullable Integer runners) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("jobs", old.plan().jobs().size(), now.jobs().size()));
        lines.add(line("machines", old.plan().machines(), now.machines()));
        lines.add(line("sessions", old.sessions().size(), sessions().size()));
        lines.add(line("stages", old.plan().stages(), now.stages()));
        if (isTimed()) {
            Timing before = Timing.of(old.plan());
            Timing after = Timing.of(now);
            lines.add(times("one after another", before.sequential(), after.sequential()));
            lines.add(times("in parallel", before.parallel(), after.parallel()));
            if (runners != null) {
                lines.add(times(
                        "with " + PlanText.count(runners, "runner"),
                        Timing.on(runners, old.plan()),
                        Timing.on(runners, now)));
                lines.add(times("at least", before.lowerBound(runners), after.lowerBound(runners)));
            }
            lines.add(line("runner minutes", old.plan().runnerMinutes(), now.runnerMinutes()));
        }
        lines.add(new Line("jobs with a cache", old.cached() + " of " + old.noxJobs(), cached()));
        lines.add(line("entries of it", old.plan().caches(), now.caches()));
        return lines;
    }

    /** Whether both sides have a session whose duration is known. */
    boolean isTimed() {
        return old.plan().unknown() < old.plan().rows() && now.unknown() < now.rows();
    }

    private String cached() {
        List<PlannedJob> nox = now.jobs().stream()
                .filter(job ->
                        job.rows().stream().anyMatch(row -> !row.sessions().isEmpty()))
                .toList();
        return nox.stream().filter(job -> job.caches() > 0).count() + " of " + nox.size();
    }

    private static Line line(String title, long old, long now) {
        return new Line(title, String.valueOf(old), String.valueOf(now));
    }

    private static Line times(String title, double old, double now) {
        return new Line(title, PlanText.time(old), PlanText.time(now));
    }
}
