package dev.genci.lower.group;

import dev.genci.manifest.Meta;
import java.util.BitSet;

/**
 * The jobs that the status job of a meta-session checks.
 *
 * @param decisive the positions of the members' rows in the schedule, and of what they join: a member may succeed although
 *     that failed. Where one of these may be skipped, also of all its ancestors: a failed ancestor skips it, and a skip that is
 *     allowed must not hide it
 */
public record Members(Meta meta, BitSet decisive) {

    /**
     * The members of a meta-session.
     *
     * @param members their positions in the schedule
     */
    public static Members of(Meta meta, BitSet members, Schedule schedule) {
        BitSet decisive = (BitSet) members.clone();
        members.stream().forEach(position -> decisive.or(schedule.joined().get(position)));
        decisive.stream()
                .filter(schedule.mayBeSkipped()::get)
                .boxed()
                .toList()
                .forEach(position -> decisive.or(schedule.ancestors().get(position)));
        return new Members(meta, decisive);
    }
}
