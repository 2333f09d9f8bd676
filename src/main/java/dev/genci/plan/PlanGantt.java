package dev.genci.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** When each row of a plan runs, as a gantt of Mermaid. The critical path is marked; status jobs are milestones. */
public final class PlanGantt {
    private static final int DAY = 24 * 60 * 60;

    private PlanGantt() {}

    /** The text of the diagram, without a fence: on as many runners as it takes, or as are asked for. */
    public static String print(PlanReport report) {
        Plan plan = report.plan();
        Integer runners = report.runners();
        Schedule schedule = runners == null ? Schedule.of(plan) : Schedule.on(runners, plan);
        // Mermaid knows times of a day, and beyond that only those since 1970.
        boolean day = schedule.end() < DAY;
        StringBuilder out = new StringBuilder("gantt\n  dateFormat ");
        out.append(day ? "HH:mm:ss" : "X").append("\n  axisFormat %H:%M:%S\n");
        Set<Integer> critical = new HashSet<>(Timing.of(plan).criticalPath());
        List<Double> ends = schedule.ends(plan);
        List<List<Schedule.Slot>> slots = schedule.byJob(plan);
        for (int i = 0; i < plan.jobs().size(); i++) {
            PlannedJob job = plan.jobs().get(i);
            PlannedJob.Row longest = critical.contains(i) ? job.longest() : null;
            out.append("  section ").append(quoted(job.id())).append('\n');
            if (job.rows().isEmpty()) {
                out.append("  ").append(quoted(job.id())).append(" :milestone, ");
                out.append(time(ends.get(i), day)).append(", 0s\n");
            }
            for (Schedule.Slot slot : slots.get(i)) {
                out.append("  ").append(quoted(slot.row().name()));
                out.append(slot.row().equals(longest) ? " :crit, " : " :");
                out.append(time(slot.start(), day)).append(", ");
                out.append(Math.round(slot.end() - slot.start())).append("s\n");
            }
        }
        return out.toString();
    }

    private static String time(double exact, boolean day) {
        long seconds = Math.round(exact);
        return day
                ? String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.valueOf(seconds);
    }

    /** Mermaid reads entities by their number, and these signs otherwise. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append("#:;<&\n".indexOf(c) >= 0 ? "#" + (int) c + ";" : String.valueOf(c));
        }
        return out.toString();
    }
}
