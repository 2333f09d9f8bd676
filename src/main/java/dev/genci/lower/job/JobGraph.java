package dev.genci.lower.job;

import dev.genci.data.JobId;
import dev.genci.graph.Digraph;
import dev.genci.lower.group.Group;
import dev.genci.lower.group.Schedule;
import dev.genci.lower.group.Scheduled;
import dev.genci.lower.group.ScheduledJob;
import dev.genci.lower.group.SessionRows;
import dev.genci.lower.group.Standing;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Condition.Changed;
import dev.genci.pipeline.Condition.Dispensable;
import dev.genci.pipeline.Job;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The jobs that run sessions, those of the manifest, those that decide, and which job has which rows. */
public final class JobGraph {
    private final Schedule schedule;
    private final List<Job> jobs = new ArrayList<>();
    /** Where in {@code jobs} those of each position's group begin, and where they end. */
    private final int[] starts;

    private final int[] ends;
    /** Positions of whose ancestors, or own edges, one only orders, or can be dispensed with, or one of whose ancestors may follow a failure. */
    private final BitSet afterOrder = new BitSet();

    /** Where in {@code jobs} the final job is, when it is there. */
    private final BitSet finalJob = new BitSet();

    /** Make the jobs that wait for the final job, as soon as that is there. */
    private final List<Runnable> later = new ArrayList<>();

    /** Finds out what has changed; absent where nothing depends on that. Its job is the first. */
    private final @Nullable Changes changes;

    /**
     * Makes the jobs of groups.
     *
     * @param changes absent where nothing depends on what has changed
     */
    public JobGraph(Schedule schedule, List<Group> groups, JobIds ids, JobFactory factory, @Nullable Changes changes) {
        this.schedule = schedule;
        this.changes = changes;
        if (changes != null) {
            jobs.add(changes.job());
        }
        this.starts = new int[schedule.order().size()];
        this.ends = new int[schedule.order().size()];
        markAfterOrder();
        List<String> names = names(groups, ids);
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            String id = names.get(i);
            if (first(group).standing().isLater()) {
                later.add(() -> add(group, id, factory));
            } else {
                add(group, id, factory);
            }
        }
    }

    /**
     * Adds the jobs that decide, and those that wait for the final job.
     *
     * @param beforeFinal those of the meta-sessions, and the one that checks the workflows
     * @param decides the final job; absent where there is none, and so nothing that waits for it
     */
    public void decide(List<Job> beforeFinal, @Nullable Job decides) {
        jobs.addAll(beforeFinal);
        if (decides != null) {
            finalJob.set(jobs.size());
            jobs.add(decides);
        }
        later.forEach(Runnable::run);
    }

    /** The jobs, each after those it needs. */
    public List<Job> jobs() {
        return jobs;
    }

    /** The ids of the jobs of a set of positions, in the order of the jobs. */
    public List<String> ids(BitSet positions) {
        return ids(jobsOf(positions).stream());
    }

    /** The same, and before them the job that finds out what has changed, if one of them depends on that. */
    public List<String> idsWithChanges(BitSet positions) {
        List<String> ids = new ArrayList<>(ids(positions));
        if (changes != null && positions.intersects(schedule.gated())) {
            ids.add(0, changes.job().id());
        }
        return ids;
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
        Set<String> withRowsThatCount = new HashSet<>();
        groups.stream()
                .map(this::first)
                .filter(SessionRows.class::isInstance)
                .map(rows -> ((SessionRows) rows).work())
                .filter(work -> !work.job().allowFailure())
                .forEach(work -> {
                    counting.add(work.sharedJob());
                    withRowsThatCount.add(work.name());
                });
        for (int i = 0; i < groups.size(); i++) {
            if (!(first(groups.get(i)) instanceof SessionRows rows)) {
                names[i] = ids.named(first(groups.get(i)).name());
                continue;
            }
            Work work = rows.work();
            String job = work.sharedJob();
            if (!job.isEmpty()) {
                boolean both = work.job().allowFailure() && counting.contains(job);
                names[i] = ids.named(both ? job + JobId.ALLOWED_TO_FAIL : job);
            }
        }
        for (boolean alone : List.of(true, false)) {
            for (int i = 0; i < groups.size(); i++) {
                if (names[i] == null && isAlone(groups.get(i)) == alone) {
                    List<SessionRows> rows = groups.get(i).rows(schedule);
                    SessionRows first = rows.get(0);
                    Work work = first.work();
                    boolean mayFail =
                            rows.stream().allMatch(each -> each.work().job().allowFailure());
                    boolean beside = mayFail && withRowsThatCount.contains(work.name());
                    String ofAll = beside ? work.name() + JobId.ALLOWED_TO_FAIL : work.name();
                    names[i] = !alone ? ids.joined(rows) : ids.named(rows.size() == 1 ? first.name() : ofAll);
                }
            }
        }
        return List.of(names);
    }

    /** Whether all rows are those of one session. */
    private boolean isAlone(Group group) {
        return group.positions().stream()
                        .map(position -> schedule.order().get(position).number())
                        .distinct()
                        .count()
                == 1;
    }

    private void markAfterOrder() {
        schedule.chain().stream().skip(1).forEach(afterOrder::set);
        for (int position = 0; position < schedule.order().size(); position++) {
            if (schedule.order().get(position).standing().isLater()
                    || !schedule.dispensable(position).isEmpty()) {
                afterOrder.set(position);
            }
            for (Digraph edges : List.of(schedule.needs(), schedule.joins())) {
                if (edges.before(position).stream().anyMatch(this::mayFollowAFailure)) {
                    afterOrder.set(position);
                }
            }
        }
    }

    private boolean mayFollowAFailure(int position) {
        return afterOrder.get(position) || schedule.order().get(position).asksStatus();
    }

    private void add(Group group, String id, JobFactory factory) {
        BitSet success = jobsBefore(group, schedule.needs());
        BitSet ended = jobsBefore(group, schedule.joins());
        int first = group.positions().get(0);
        if (schedule.order().get(first).standing() == Standing.AFTER) {
            success.or(finalJob);
        }
        Map<Integer, Dispensable> dispensable = dispensable(group, success);
        if (changes != null && (!dispensable.isEmpty() || changes.of(first(group)) != null)) {
            success.set(0);
        }
        BitSet needed = jobsOf(previous(first));
        needed.or(success);
        needed.or(ended);
        List<String> needs = ids(needed.stream());
        dispensable.keySet().forEach(success::clear);
        int start = jobs.size();
        Condition condition = condition(first, success, List.copyOf(dispensable.values()), ended);
        if (schedule.order().get(first) instanceof ScheduledJob job) {
            jobs.add(factory.job(id, job, needs, condition));
        } else {
            jobs.addAll(factory.jobs(id, group.rows(schedule), needs, condition));
        }
        group.positions().forEach(position -> {
            starts[position] = start;
            ends[position] = jobs.size();
        });
    }

    /** The jobs to which edges of a group lead. */
    private BitSet jobsBefore(Group group, Digraph edges) {
        BitSet before = new BitSet();
        group.positions().forEach(position -> edges.before(position).forEach(before::set));
        return jobsOf(before);
    }

    /**
     * The jobs that a group can do without where these are skipped as nothing of them has changed; by where they are.
     *
     * @param success the jobs that it needs
     */
    private Map<Integer, Dispensable> dispensable(Group group, BitSet success) {
        if (changes == null || first(group).asksStatus()) {
            return Map.of();
        }
        BitSet wanted = new BitSet();
        BitSet may = new BitSet();
        for (int position : group.positions()) {
            BitSet own = schedule.dispensable(position);
            may.or(own);
            schedule.needs()
                    .before(position)
                    .forEach(earlier -> wanted.set(earlier, wanted.get(earlier) || !own.get(earlier)));
        }
        BitSet without = jobsOf(may);
        without.andNot(jobsOf(wanted));
        without.and(success);
        Map<Integer, Dispensable> found = new TreeMap<>();
        may.stream().forEach(position -> {
            Scheduled other = schedule.order().get(position);
            Changed changed = changes.of(other);
            for (int at = starts[position]; at < ends[position]; at++) {
                if (without.get(at) && changed != null) {
                    found.put(at, new Dispensable(jobs.get(at).id(), changed, other.condition()));
                }
            }
        });
        return found;
    }

    /**
     * When a job runs. A forge's implicit condition would ask for success also where an edge does not. Behind a join it is
     * right again: whoever needs the session that joins needs the success of what it joined.
     */
    private Condition condition(int first, BitSet success, List<Dispensable> dispensable, BitSet ended) {
        Scheduled scheduled = schedule.order().get(first);
        String expression = scheduled.condition();
        Changed changed = changes == null ? null : changes.of(scheduled);
        if ((afterOrder.get(first) || !ended.isEmpty()) && !scheduled.asksStatus()) {
            return new Condition.AfterOthers(
                    false, ids(success.stream()), dispensable, ids(ended.stream()), changed, expression);
        }
        return expression == null && changed == null
                ? new Condition.OnSuccess()
                : new Condition.When(changed, expression);
    }

    /** The position before another in the chain, if there is one. */
    private BitSet previous(int position) {
        BitSet previous = new BitSet();
        int inChain = schedule.inChain(position);
        if (inChain > 0) {
            int before = schedule.chain().get(inChain - 1);
            // The final job has waited for what counts.
            boolean waited = schedule.order().get(position).standing().isLater()
                    && schedule.order().get(before).standing() == Standing.COUNTS;
            previous.set(before, !waited);
        }
        return previous;
    }

    private Scheduled first(Group group) {
        return schedule.order().get(group.positions().get(0));
    }
}
