package dev.genci.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * When each row of a plan runs, and where.
 *
 * @param slots in the order of their starts
 */
record Schedule(List<Slot> slots) {

    /**
     * A row.
     *
     * @param job its position
     * @param runner counted from 0
     * @param start in seconds
     */
    record Slot(int job, PlannedJob.Row row, int runner, double start, double end) {}

    /** Copies the slots. */
    Schedule {
        slots = List.copyOf(slots);
    }

    /** Each row as soon as what it waits for has ended. */
    static Schedule of(Plan plan) {
        return on(Math.max(1, plan.rows()), plan);
    }

    /** On so many runners, where of the rows that may start that one starts from which the longest way to the end leads. */
    static Schedule on(int runners, Plan plan) {
        return new Schedule(new Scheduler(runners, plan.jobs()).run());
    }

    /** When the last row ends. */
    double end() {
        return slots.stream().mapToDouble(Slot::end).max().orElse(0);
    }

    /** How many runners work. */
    int runners() {
        return slots.stream().mapToInt(Slot::runner).max().orElse(-1) + 1;
    }

    /** The slots of each job. */
    List<List<Slot>> byJob(Plan plan) {
        List<List<Slot>> byJob = new ArrayList<>();
        plan.jobs().forEach(job -> byJob.add(new ArrayList<>()));
        slots.forEach(slot -> byJob.get(slot.job()).add(slot));
        return byJob;
    }

    /** When each job ends; one without rows when all that it waits for has. */
    List<Double> ends(Plan plan) {
        double[] last = new double[plan.jobs().size()];
        slots.forEach(slot -> last[slot.job()] = Math.max(last[slot.job()], slot.end()));
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < last.length; i++) {
            double end = last[i];
            for (int need : plan.jobs().get(i).needs()) {
                end = Math.max(end, ends.get(need));
            }
            ends.add(end);
        }
        return ends;
    }
}
