package dev.genci.lower.group;

import dev.genci.lower.template.JobTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that share a job: whatever waits for one of them waits for all. A job of the manifest is a group of its own.
 *
 * @param positions in the schedule, ascending
 */
public record Group(List<Integer> positions) {

    /**
     * What is equal within a group: the template of the job, and when it runs. Equality is written out for the reason
     * that {@link dev.genci.data.Value} gives.
     */
    private record Key(
            String job,
            JobTemplate template,
            List<String> expressions,
            List<BitSet> relations,
            BitSet members,
            Standing standing,
            int inChain) {
        private Object[] parts() {
            return new Object[] {job, template, expressions, relations, members, standing, inChain};
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same && Arrays.equals(parts(), same.parts());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(parts());
        }
    }

    /** What shares the job, where that is none of the manifest. */
    public List<SessionRows> rows(Schedule schedule) {
        return positions.stream()
                .map(position -> (SessionRows) schedule.order().get(position))
                .toList();
    }

    /** The fewest groups; in the order of their first rows. */
    public static List<Group> of(Schedule schedule, List<Members> members) {
        Relations relations = Relations.of(schedule);
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int position = 0; position < schedule.order().size(); position++) {
            Object key = schedule.order().get(position) instanceof SessionRows rows
                    ? key(rows, position, schedule, relations, members)
                    : position;
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(position);
        }
        return groups.values().stream().map(Group::new).toList();
    }

    private static Key key(
            SessionRows rows, int position, Schedule schedule, Relations relations, List<Members> members) {
        return new Key(
                rows.work().sharedJob(),
                rows.template(),
                rows.expressions(),
                relations.of(position),
                lookedAtBy(position, members),
                rows.standing(),
                schedule.inChain(position));
    }

    private static BitSet lookedAtBy(int position, List<Members> members) {
        BitSet metas = new BitSet();
        for (int meta = 0; meta < members.size(); meta++) {
            metas.set(meta, members.get(meta).decisive().get(position));
        }
        return metas;
    }
}
