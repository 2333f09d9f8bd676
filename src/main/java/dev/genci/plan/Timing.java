package dev.genci.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How long a plan takes, in seconds; what takes unknown time takes none. Setting a runner up is not counted.
 *
 * @param sequential all rows one after another
 * @param parallel each as soon as what it waits for has ended, on as many runners as that takes
 * @param criticalPath positions of the jobs that make it take so long, in their order
 */
public record Timing(double sequential, double parallel, List<Integer> criticalPath) {

    /** Of a plan. */
    public static Timing of(Plan plan) {
        List<PlannedJob> jobs = plan.jobs();
        double[] ends = new double[jobs.size()];
        int[] from = new int[jobs.size()];
        double sequential = 0;
        int last = 0;
        for (int i = 0; i < jobs.size(); i++) {
            from[i] = -1;
            double start = 0;
            for (int need : jobs.get(i).needs()) {
                // Where several end at the same time, or nothing is known, the longest chain of jobs counts.
                boolean later = from[i] < 0
                        || ends[need] > start
                        || ends[need] == start
                                && jobs.get(need).stage() > jobs.get(from[i]).stage();
                from[i] = later ? need : from[i];
                start = Math.max(start, ends[need]);
            }
            ends[i] = start + jobs.get(i).seconds();
            sequential += jobs.get(i).rows().stream()
                    .mapToDouble(PlannedJob.Row::known)
                    .sum();
            boolean later = ends[i] > ends[last]
                    || ends[i] == ends[last]
                            && jobs.get(i).stage() > jobs.get(last).stage();
            last = later ? i : last;
        }
        Deque<Integer> path = new ArrayDeque<>();
        for (int job = last; job >= 0; job = from[job]) {
            path.addFirst(job);
        }
        return new Timing(sequential, ends[last], List.copyOf(path));
    }

    /** What no schedule on so many runners can beat. */
    public double lowerBound(int runners) {
        return Math.max(parallel, sequential / runners);
    }

    private record Waiting(int job, double seconds, double rest) {}

    private record Running(int job, double end) {}

    /** On so many runners, where of the rows that may start that one starts from which the longest way to the end leads. */
    public static double on(int runners, Plan plan) {
        List<PlannedJob> jobs = plan.jobs();
        double[] rest = rest(jobs);
        int[] open = new int[jobs.size()];
        int[] unended = new int[jobs.size()];
        List<List<Integer>> after = new ArrayList<>();
        PriorityQueue<Waiting> ready = new PriorityQueue<>(
                Comparator.comparingDouble(Waiting::rest).reversed().thenComparingInt(Waiting::job));
        for (int i = 0; i < jobs.size(); i++) {
            int job = i;
            after.add(new ArrayList<>());
            unended[i] = jobs.get(i).needs().size();
            jobs.get(i).needs().forEach(need -> after.get(need).add(job));
        }
        Deque<Integer> startable = new ArrayDeque<>();
        for (int i = 0; i < jobs.size(); i++) {
            if (unended[i] == 0) {
                startable.add(i);
            }
        }
        PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparingDouble(Running::end));
        double now = 0;
        while (!startable.isEmpty() || !ready.isEmpty() || !running.isEmpty()) {
            while (!startable.isEmpty()) {
                int job = startable.remove();
                open[job] = jobs.get(job).rows().size();
                for (PlannedJob.Row row : jobs.get(job).rows()) {
                    ready.add(new Waiting(job, row.known(), row.known() + rest[job]));
                }
                if (open[job] == 0) {
                    end(job, after, unended, startable);
                }
            }
            while (running.size() < runners && !ready.isEmpty()) {
                Waiting next = ready.remove();
                running.add(new Running(next.job(), now + next.seconds()));
            }
            if (!running.isEmpty()) {
                Running ended = running.remove();
                now = ended.end();
                if (--open[ended.job()] == 0) {
                    end(ended.job(), after, unended, startable);
                }
            }
        }
        return now;
    }

    private static void end(int job, List<List<Integer>> after, int[] unended, Deque<Integer> startable) {
        for (int next : after.get(job)) {
            if (--unended[next] == 0) {
                startable.add(next);
            }
        }
    }

    /** The longest time from the end of each job to the end of all. */
    private static double[] rest(List<PlannedJob> jobs) {
        double[] rest = new double[jobs.size()];
        for (int i = jobs.size() - 1; i >= 0; i--) {
            for (int need : jobs.get(i).needs()) {
                rest[need] = Math.max(rest[need], rest[i] + jobs.get(i).seconds());
            }
        }
        return rest;
    }
}
