package dev.genci.lower;

import dev.genci.graph.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units that share a job: it makes no difference to anybody which of them is waited for.
 *
 * @param units their positions in the plan, ascending
 */
record Group(List<Integer> units) {

    /** All that may not differ within a group. */
    private record Key(Shape shape, List<String> evaluated, BitSet before, BitSet after, BitSet checks, int chained) {
        private Object[] parts() {
            return new Object[] {shape, evaluated, before, after, checks, chained};
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

    /** The fewest groups; in the order of their first units. */
    static List<Group> of(Plan plan, List<StatusCheck> checks) {
        List<BitSet> after = Order.ancestors(plan.needs().reversed());
        Map<Key, List<Integer>> groups = new LinkedHashMap<>();
        for (int unit = 0; unit < plan.units().size(); unit++) {
            BitSet checkedBy = new BitSet();
            for (int check = 0; check < checks.size(); check++) {
                checkedBy.set(check, checks.get(check).looksAt().get(unit));
            }
            Key key = new Key(
                    plan.units().get(unit).shape(),
                    plan.units().get(unit).evaluated(),
                    plan.ancestors().get(unit),
                    after.get(unit),
                    checkedBy,
                    plan.chained(unit));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(unit);
        }
        return groups.values().stream().map(Group::new).toList();
    }
}
