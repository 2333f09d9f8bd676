package dev.genci.lower;

import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Edge;
import dev.genci.pipeline.Job;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The jobs that run sessions, and which job has which units. */
final class JobGraph {
    private final Plan plan;
    private final List<Job> jobs = new ArrayList<>();
    /** The ids of the jobs of each unit's group. */
    private final List<List<String>> idsOfUnit = new ArrayList<>();
    /** Units of whose ancestors, or own edges, one only orders. */
    private final BitSet afterOrder = new BitSet();

    JobGraph(Plan plan, List<Group> groups, JobIds ids, JobFactory factory) {
        this.plan = plan;
        plan.units().forEach(unit -> idsOfUnit.add(List.of()));
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
        Set<String> found = new LinkedHashSet<>();
        units.stream().forEach(unit -> found.addAll(idsOfUnit.get(unit)));
        return jobs.stream().map(Job::id).filter(found::contains).toList();
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
        List<String> success = ids(before);
        List<Edge> needs = new ArrayList<>();
        Integer previous = previous(group);
        for (Job job : jobs) {
            if (success.contains(job.id())) {
                needs.add(new Edge(job.id(), Edge.Kind.SUCCESS));
            } else if (previous != null && idsOfUnit.get(previous).contains(job.id())) {
                needs.add(new Edge(job.id(), Edge.Kind.ORDER));
            }
        }
        int first = group.units().get(0);
        Condition condition = Conditions.of(
                afterOrder.get(first), success, plan.units().get(first).shape().condition());
        List<Job> own = factory.jobs(id, units(group), needs, condition);
        List<String> ids = own.stream().map(Job::id).toList();
        group.units().forEach(unit -> idsOfUnit.set(unit, ids));
        jobs.addAll(own);
    }

    /** The unit before a group's in the chain. */
    private @Nullable Integer previous(Group group) {
        int position = plan.chain().indexOf(group.units().get(0));
        return position > 0 ? plan.chain().get(position - 1) : null;
    }

    private List<Unit> units(Group group) {
        return group.units().stream().map(unit -> plan.units().get(unit)).toList();
    }
}
