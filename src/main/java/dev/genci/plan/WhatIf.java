package dev.genci.plan;

import dev.genci.analysis.Analysis;
import dev.genci.lower.Lowering;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A plan beside the one that it would be without an order.
 *
 * @param free the plan without it
 * @param held the rows that it holds back
 * @param alone the entries of which it costs time by itself, with what the plan would take in parallel without it there
 */
public record WhatIf(Order order, Plan now, Plan free, List<PlannedJob.Row> held, List<Alone> alone) {
    private static final int SHOWN = 8;
    /** Each costs a plan of its own. */
    private static final int MOST = 20;

    /**
     * An entry without its order, all others with theirs.
     *
     * @param seconds that the plan takes then, in parallel
     */
    record Alone(String entry, double seconds) {}

    /** Copies the lists. */
    public WhatIf {
        held = List.copyOf(held);
        alone = List.copyOf(alone);
    }

    /** What a plan is made of. */
    private record Source(Analysis analysis, TargetSettings target, Durations durations) {
        @Nullable Plan without(Order order, Predicate<Work> entries) {
            Analysis lifted = order.lifted(analysis, entries);
            Pipeline pipeline = Lowering.lower(lifted, target, Plan.selfCheck(lifted, target))
                    .value();
            return pipeline == null ? null : Plan.of(lifted, target, pipeline, durations);
        }
    }

    /** Works it out; {@code null} where the order cannot be done without. */
    public static @Nullable WhatIf of(
            Order order, Analysis analysis, TargetSettings target, Durations durations, Plan now) {
        Source source = new Source(analysis, target, durations);
        Plan free = source.without(order, work -> true);
        if (free == null) {
            return null;
        }
        Set<String> held = new HashSet<>();
        analysis.sessions().filter(work -> order.holds(analysis, work)).forEach(work -> held.add(work.name()));
        List<PlannedJob.Row> rows = now.jobs().stream()
                .flatMap(job -> job.rows().stream())
                .filter(row -> isOne(row.entry(), held))
                .toList();
        return new WhatIf(order, now, free, rows, alone(source, order, now, held));
    }

    private static boolean isOne(@Nullable String entry, Set<String> held) {
        return entry != null && held.contains(entry);
    }

    /** Only what is on the critical path can make the whole shorter by itself. */
    private static List<Alone> alone(Source source, Order order, Plan now, Set<String> held) {
        Timing timing = Timing.of(now);
        Set<String> critical = new LinkedHashSet<>();
        for (int position : timing.criticalPath()) {
            for (PlannedJob.Row row : now.jobs().get(position).rows()) {
                if (isOne(row.entry(), held)) {
                    critical.add(row.entry());
                }
            }
        }
        List<Alone> alone = new ArrayList<>();
        for (String entry : critical.stream().limit(MOST).toList()) {
            Plan plan = source.without(order, work -> work.name().equals(entry));
            double seconds = plan == null ? timing.parallel() : Timing.of(plan).parallel();
            if (seconds < timing.parallel()) {
                alone.add(new Alone(entry, seconds));
            }
        }
        return alone;
    }

    /** What is compared. */
    List<SideBySide.Line> lines(@Nullable Integer runners) {
        List<SideBySide.Line> lines = new ArrayList<>(SideBySide.sizes(now, free));
        if (SideBySide.isTimed(now, free)) {
            lines.addAll(SideBySide.times(now, free, runners));
        }
        return lines;
    }

    /** What the plan without it is called. */
    String title() {
        return order == Order.needs ? "without needs" : "all parallel-safe";
    }

    /** What it holds back, and its price: a line each. */
    List<String> notes() {
        if (held.isEmpty()) {
            return List.of(order == Order.needs ? "nothing waits" : "everything is parallel-safe");
        }
        List<String> rows = held.stream().map(PlannedJob.Row::name).distinct().toList();
        String shown = String.join(", ", rows.subList(0, Math.min(SHOWN, rows.size())));
        String title = order == Order.needs ? "held back: " : "never side by side: ";
        String line = title + shown + (rows.size() > SHOWN ? " and " + (rows.size() - SHOWN) + " more" : "");
        if (!SideBySide.isTimed(now, free)) {
            return List.of(line, "no durations: write duration in sessions, or pass --durations");
        }
        List<String> notes = new ArrayList<>();
        double time = held.stream().mapToDouble(PlannedJob.Row::known).sum();
        notes.add(line + "; " + PlanText.time(time) + " in all");
        double with = Timing.of(now).parallel();
        double price = with - Timing.of(free).parallel();
        notes.add("the order costs " + PlanText.time(price) + " in parallel");
        alone.forEach(each ->
                notes.add("only " + each.entry() + " without it: " + PlanText.time(with - each.seconds()) + " less"));
        return notes;
    }
}
