package dev.genci.lower;

import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Edge;
import dev.genci.pipeline.Job;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The jobs that run sessions, and which job has which units. */
final class JobGraph {
    private final Plan plan;
    private final List<Job> jobs = new ArrayList<>();
    /** Where in {@code jobs} those of each unit's group begin, and where they end. */
    private final int[] starts;

    private final int[] ends;
    /** Units of whose ancestors, or own edges, one only orders. */
    private final BitSet afterOrder = new BitSet();

    JobGraph(Plan plan, List<Group> groups, JobIds ids, JobFactory factory) {
        this.plan = plan;
        this.starts = new int[plan.units().size()];
        this.ends = new int[plan.units().size()];
        markAfterOrder();
        List<String> names = names(groups, ids);
        for (int i = 0; i < groups.size(); i++) {
            add(groups.get(i), names.get(i), factory);
        }
    }

    /** The jobs, each after those it needs. */
    List<Job> jobs() {
        return jobs;
    }

    /** The ids of the jobs of a set of units, in the order of the jobs. */
    List<String> ids(BitSet units) {
        return ids(jobsOf(units).stream());
    }

    private List<String> ids(IntStream positions) {
        return positions.mapToObj(position -> jobs.get(position).id()).toList();
    }

    /** The positions of the jobs of a set of units. */
    private BitSet jobsOf(BitSet units) {
        BitSet found = new BitSet();
        units.stream().forEach(unit -> found.set(starts[unit], ends[unit]));
        return found;
    }

    Plan plan() {
        return plan;
    }

    /** What people wrote has the first claim to an id. */
    private List<String> names(List<Group> groups, JobIds ids) {
        String[] names = new String[groups.size()];
        for (boolean alone : List.of(true, false)) {
            for (int i = 0; i < groups.size(); i++) {
                List<Unit> units = units(groups.get(i));
                if ((units.size() == 1) == alone) {
                    names[i] = alone ? ids.named(units.get(0).name()) : ids.joined(units);
                }
            }
        }
        return List.of(names);
    }

    private void markAfterOrder() {
        plan.chain().stream().skip(1).forEach(afterOrder::set);
        for (int unit = 0; unit < plan.units().size(); unit++) {
            for (int earlier : plan.needs().before(unit)) {
                if (afterOrder.get(earlier)) {
                    afterOrder.set(unit);
                }
            }
        }
    }

    private void add(Group group, String id, JobFactory factory) {
        BitSet before = new BitSet();
        group.units().forEach(unit -> plan.needs().before(unit).forEach(before::set));
        BitSet success = jobsOf(before);
        int first = group.units().get(0);
        BitSet needed = jobsOf(previous(first));
        needed.or(success);
        List<Edge> needs = needed.stream()
                .mapToObj(job -> new Edge(jobs.get(job).id(), success.get(job) ? Edge.Kind.SUCCESS : Edge.Kind.ORDER))
                .toList();
        Condition condition = Conditions.of(
                afterOrder.get(first),
                ids(success.stream()),
                plan.units().get(first).shape().condition());
        int start = jobs.size();
        jobs.addAll(factory.jobs(id, units(group), needs, condition));
        group.units().forEach(unit -> {
            starts[unit] = start;
            ends[unit] = jobs.size();
        });
    }

    /** The unit before another in the chain, if there is one. */
    private BitSet previous(int unit) {
        BitSet previous = new BitSet();
        int position = plan.chained(unit);
        if (position > 0) {
            previous.set(plan.chain().get(position - 1));
        }
        return previous;
    }

    private List<Unit> units(Group group) {
        return group.units().stream().map(unit -> plan.units().get(unit)).toList();
    }
}
