package dev.genci.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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

    /** On so many runners, as {@link Schedule} says. */
    public static double on(int runners, Plan plan) {
        return Schedule.on(runners, plan).end();
    }
}
