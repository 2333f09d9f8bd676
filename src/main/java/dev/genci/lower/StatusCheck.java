package dev.genci.lower;

import dev.genci.manifest.Meta;
import java.util.BitSet;

/**
 * A status job before it is one.
 *
 * @param members the positions of the units that it sums up
 * @param looksAt the members and, where a member may be skipped, all its ancestors: a failed ancestor skips the member,
 *     and a skip that is allowed must not hide it
 */
record StatusCheck(Meta meta, BitSet members, BitSet looksAt) {

    static StatusCheck of(Meta meta, BitSet members, Plan plan) {
        BitSet looksAt = (BitSet) members.clone();
        members.stream()
                .filter(plan.mayBeSkipped()::get)
                .forEach(unit -> looksAt.or(plan.ancestors().get(unit)));
        return new StatusCheck(meta, members, looksAt);
    }
}
