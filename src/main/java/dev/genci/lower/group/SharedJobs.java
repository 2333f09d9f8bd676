package dev.genci.lower.group;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds sessions that name one job to sharing it. Rows that may fail and rows that may not are two jobs: whether a failure
 * counts is the same for all rows of a job, on some forges.
 *
 * <p>Owns the rule {@code job-differs}.
 */
public final class SharedJobs {
    private final Schedule schedule;
    private final List<Members> metas;
    private final List<Group> groups;

    /** For one workflow. */
    public SharedJobs(Schedule schedule, List<Members> metas, List<Group> groups) {
        this.schedule = schedule;
        this.metas = metas;
        this.groups = groups;
    }

    /** What keeps sessions apart that name one job. */
    public List<Diagnostic> differences() {
        Map<String, Integer> firsts = new LinkedHashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Group group : groups) {
            int position = group.positions().get(0);
            Located<String> job = schedule.order().get(position) instanceof SessionRows rows
                    ? rows.work().job().sharedJob()
                    : null;
            if (job != null) {
                Integer first = firsts.putIfAbsent(
                        job.value() + rows(position).work().job().allowFailure(), position);
                if (first != null) {
                    found.add(difference(first, position, job));
                }
            }
        }
        return found;
    }

    private Diagnostic difference(int one, int other, Located<String> job) {
        SessionRows first = rows(one);
        SessionRows second = rows(other);
        String same = "\"" + second.work().name() + "\"";
        boolean own = first.number() == second.number();
        String who = own
                ? "the rows of " + same + " cannot share the job \"" + job.value() + "\""
                : same + " cannot share the job \"" + job.value() + "\" with \""
                        + first.work().name() + "\"";
        Diagnostic error = Diagnostic.of(RuleId.JOB_DIFFERS, job.place(), who + ": " + why(one, other))
                .help(own ? null : "make the sessions alike, or remove \"job\" here");
        return own
                ? error
                : error.related(
                        Objects.requireNonNull(first.work().job().sharedJob()).place(), "the other one");
    }

    private String why(int one, int other) {
        SessionRows first = rows(one);
        SessionRows second = rows(other);
        for (int position : List.of(one, other)) {
            if (schedule.inChain(position) >= 0) {
                return name(position) + " is not parallel-safe, so its rows run one after another, each in its own job";
            }
        }
        String order = null;
        for (Relations.Kind kind : Relations.of(schedule).kinds()) {
            if (order == null) {
                order = differing(kind.of().get(one), kind.of().get(other), kind.verb());
            }
        }
        if (order == null) {
            order = membership(one, other);
        }
        if (order != null) {
            return order.formatted(name(one), name(other));
        }
        String key = first.template().difference(second.template());
        return key == null ? "the runner of one of them is an expression" : "they differ in \"" + key + "\"";
    }

    private SessionRows rows(int position) {
        return (SessionRows) schedule.order().get(position);
    }

    private String name(int position) {
        return "\"" + schedule.order().get(position).entry().name() + "\"";
    }

    /** Which of two is in a relation that the other is not in, as a pattern for their names. */
    private @Nullable String differing(BitSet one, BitSet other, String relation) {
        BitSet more = (BitSet) one.clone();
        more.andNot(other);
        boolean first = !more.isEmpty();
        if (!first) {
            more.or(other);
            more.andNot(one);
        }
        return more.isEmpty() ? null : only(first, relation + " " + name(more.nextSetBit(0)));
    }

    private @Nullable String membership(int one, int other) {
        Standing first = rows(one).standing();
        Standing second = rows(other).standing();
        if (first != second) {
            // What counts comes first in the schedule, and what waits for the final job last.
            return second == Standing.AFTER
                    ? only(false, "needs the final job")
                    : only(true, "counts for the final job");
        }
        for (Members meta : metas) {
            boolean member = meta.decisive().get(one);
            if (member != meta.decisive().get(other)) {
                return only(member, "counts for \"" + meta.meta().name() + "\"");
            }
        }
        return null;
    }

    private static String only(boolean first, String what) {
        return (first ? "only %1$s " : "only %2$s ") + what.replace("%", "%%");
    }
}
