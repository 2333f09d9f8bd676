package dev.genci.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts jobs into stages, one by one, each after those that it needs; leaves out needs that follow from others. */
final class Stages {
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<BitSet> before = new ArrayList<>();
    private final List<PlannedJob> jobs = new ArrayList<>();

    /**
     * Adds a job.
     *
     * @param needs ids; what is not there yet does not count
     * @param caches how many entries of the cache its rows have together
     * @param work what it does if it runs nothing of the manifest, for people; else empty
     */
    void add(String id, Collection<String> needs, List<PlannedJob.Row> rows, int caches, String work) {
        BitSet direct = new BitSet();
        for (String need : needs) {
            Integer position = positions.get(need);
            if (position != null) {
                direct.set(position);
            }
        }
        BitSet implied = new BitSet();
        int stage = 1;
        for (int need : direct.stream().toArray()) {
            implied.or(before.get(need));
            stage = Math.max(stage, jobs.get(need).stage() + 1);
        }
        BitSet own = (BitSet) direct.clone();
        own.andNot(implied);
        implied.or(direct);
        before.add(implied);
        positions.put(id, jobs.size());
        jobs.add(new PlannedJob(id, stage, own.stream().boxed().toList(), rows, caches, work));
    }

    /** All of them. */
    List<PlannedJob> jobs() {
        return jobs;
    }
}
