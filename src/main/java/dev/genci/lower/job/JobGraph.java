package dev.genci.lower.job;

import dev.genci.lower.group.Group;
import dev.genci.lower.group.Schedule;
import dev.genci.lower.group.SessionRows;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Edge;
import dev.genci.pipeline.Job;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The jobs that run sessions, and which job has which rows. */
public final class JobGraph {
    private final Schedule schedule;
    private final List<Job> jobs = new ArrayList<>();
    /** Where in {@code jobs} those of each position's group begin, and where they end. */
    private final int[] starts;

    private final int[] ends;
    /** Positions of whose ancestors, or own edges, one only orders. */
    private final BitSet afterOrder = new BitSet();

    /** Makes the jobs of groups. */
    public JobGraph(Schedule schedule, List<Group> groups, JobIds ids, JobFactory factory) {
        this.schedule = schedule;
        this.starts = new int[schedule.order().size()];
        this.ends = new int[schedule.order().size()];
        markAfterOrder();
        List<String> names = names(groups, ids);
        for (int i = 0; i < groups.size(); i++) {
            add(groups.get(i), names.get(i), factory);
        }
    }

    /** The jobs, each after those it needs. */
    public List<Job> jobs() {
        return jobs;
    }

    /** The ids of the jobs of a set of positions, in the order of the jobs. */
    List<String> ids(BitSet positions) {
        return ids(jobsOf(positions).stream());
    }

    private List<String> ids(IntStream jobsAt) {
        return jobsAt.mapToObj(at -> jobs.get(at).id()).toList();
    }

    /** Where in {@code jobs} those of a set of positions are. */
    private BitSet jobsOf(BitSet positions) {
        BitSet found = new BitSet();
        positions.stream().forEach(position -> found.set(starts[position], ends[position]));
        return found;
    }

    Schedule schedule() {
        return schedule;
    }

    /** Names from the manifest get their ids first. */
    private List<String> names(List<Group> groups, JobIds ids) {
        String[] names = new String[groups.size()];
        Set<String> counting = new HashSet<>();
        groups.stream()
                .map(this::rows)
                .map(rows -> rows.get(0).work())
                .filter(work -> !work.job().allowFailure())
                .forEach(work -> counting.add(work.sharedJob()));
        for (int i = 0; i < groups.size(); i++) {
            Work work = rows(groups.get(i)).get(0).work();
            String job = work.sharedJob();
            if (!job.isEmpty()) {
                boolean both = work.job().allowFailure() && counting.contains(job);
                names[i] = ids.named(both ? job + JobIds.ALLOWED_TO_FAIL : job);
            }
        }
        for (boolean alone : List.of(true, false)) {
            for (int i = 0; i < groups.size(); i++) {
                List<SessionRows> rows = rows(groups.get(i));
                if (names[i] == null && (rows.size() == 1) == alone) {
                    names[i] = alone ? ids.named(rows.get(0).name()) : ids.joined(rows);
                }
            }
        }
        return List.of(names);
    }

    private void markAfterOrder() {
        schedule.chain().stream().skip(1).forEach(afterOrder::set);
        for (int position = 0; position < schedule.order().size(); position++) {
            for (int earlier : schedule.needs().before(position)) {
                if (afterOrder.get(earlier)) {
                    afterOrder.set(position);
                }
            }
        }
    }

    private void add(Group group, String id, JobFactory factory) {
        BitSet before = new BitSet();
        group.positions().forEach(position -> schedule.needs().before(position).forEach(before::set));
        BitSet success = jobsOf(before);
        int first = group.positions().get(0);
        BitSet needed = jobsOf(previous(first));
        needed.or(success);
        List<Edge> needs = needed.stream()
                .mapToObj(job -> new Edge(jobs.get(job).id(), success.get(job) ? Edge.Kind.SUCCESS : Edge.Kind.ORDER))
                .toList();
        int start = jobs.size();
        jobs.addAll(factory.jobs(id, rows(group), needs, condition(first, success)));
        group.positions().forEach(position -> {
            starts[position] = start;
            ends[position] = jobs.size();
        });
    }

    /** When a job runs. A forge's implicit condition would look through an edge that only orders. */
    private Condition condition(int first, BitSet success) {
        String expression = schedule.order().get(first).template().condition();
        if (afterOrder.get(first)) {
            return new Condition.AfterSuccessOf(false, ids(success.stream()), expression);
        }
        return expression == null ? new Condition.OnSuccess() : new Condition.When(expression);
    }

    /** The position before another in the chain, if there is one. */
    private BitSet previous(int position) {
        BitSet previous = new BitSet();
        int inChain = schedule.inChain(position);
        if (inChain > 0) {
            previous.set(schedule.chain().get(inChain - 1));
        }
        return previous;
    }

    private List<SessionRows> rows(Group group) {
        return group.positions().stream().map(schedule.order()::get).toList();
    }
}
