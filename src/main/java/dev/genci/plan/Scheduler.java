package dev.genci.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** Plays a plan through, from the end of one row to that of the next: list scheduling, the longest way to the end first. */
final class Scheduler {
    private final int runners;
    private final List<PlannedJob> jobs;
    /** The longest time from the end of each job to the end of all. */
    private final double[] rest;
    /** How many rows of each job have not ended. */
    private final int[] open;
    /** How many jobs that each waits for have not ended. */
    private final int[] unended;

    private final List<List<Integer>> after = new ArrayList<>();
    private final PriorityQueue<Waiting> ready = new PriorityQueue<>(Comparator.comparingDouble(Waiting::rest)
            .reversed()
            .thenComparingInt(Waiting::job)
            .thenComparingInt(Waiting::number));
    private final PriorityQueue<Schedule.Slot> running =
            new PriorityQueue<>(Comparator.comparingDouble(Schedule.Slot::end).thenComparingInt(Schedule.Slot::runner));
    /** Those that have worked, and are free again. */
    private final TreeSet<Integer> free = new TreeSet<>();

    private final List<Schedule.Slot> slots = new ArrayList<>();

    private record Waiting(int job, int number, PlannedJob.Row row, double rest) {}

    Scheduler(int runners, List<PlannedJob> jobs) {
        this.runners = runners;
        this.jobs = jobs;
        this.rest = rest(jobs);
        this.open = new int[jobs.size()];
        this.unended = new int[jobs.size()];
        for (int i = 0; i < jobs.size(); i++) {
            int job = i;
            after.add(new ArrayList<>());
            unended[i] = jobs.get(i).needs().size();
            jobs.get(i).needs().forEach(need -> after.get(need).add(job));
        }
    }

    private static double[] rest(List<PlannedJob> jobs) {
        double[] rest = new double[jobs.size()];
        for (int i = jobs.size() - 1; i >= 0; i--) {
            for (int need : jobs.get(i).needs()) {
                rest[need] = Math.max(rest[need], rest[i] + jobs.get(i).seconds());
            }
        }
        return rest;
    }

    /** All rows, in the order of their starts. */
    List<Schedule.Slot> run() {
        for (int i = 0; i < jobs.size(); i++) {
            if (jobs.get(i).needs().isEmpty()) {
                start(i);
            }
        }
        fill(0);
        while (!running.isEmpty()) {
            Schedule.Slot ended = running.remove();
            free.add(ended.runner());
            if (--open[ended.job()] == 0) {
                end(ended.job());
            }
            fill(ended.end());
        }
        return slots;
    }

    /** Makes the rows of a job ready. One without rows ends at once, and so may those that wait for it. */
    private void start(int first) {
        Deque<Integer> startable = new ArrayDeque<>(List.of(first));
        while (!startable.isEmpty()) {
            int job = startable.remove();
            List<PlannedJob.Row> rows = jobs.get(job).rows();
            open[job] = rows.size();
            for (int i = 0; i < rows.size(); i++) {
                PlannedJob.Row row = rows.get(i);
                ready.add(new Waiting(job, i, row, row.known() + rest[job]));
            }
            if (rows.isEmpty()) {
                after.get(job).stream().filter(next -> --unended[next] == 0).forEach(startable::add);
            }
        }
    }

    private void end(int job) {
        after.get(job).stream().filter(next -> --unended[next] == 0).forEach(this::start);
    }

    /** Gives rows to the runners that are free. */
    private void fill(double now) {
        while (running.size() < runners && !ready.isEmpty()) {
            Waiting next = ready.remove();
            Integer freed = free.pollFirst();
            int runner = freed == null ? running.size() : freed;
            Schedule.Slot slot = new Schedule.Slot(
                    next.job(), next.row(), runner, now, now + next.row().known());
            slots.add(slot);
            running.add(slot);
        }
    }
}
