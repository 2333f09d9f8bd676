package dev.genci.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts about steps of jobs' templates: which steps are written out, which have anchors, and which are aliases. */
final class Anchors {
    private final StepSharing sharing;
    private final Set<String> taken = new HashSet<>();
    /** By number of the list or of the step. */
    private final Map<Integer, String> lists = new HashMap<>();

    private final Map<Integer, String> steps = new HashMap<>();

    /** @param sharing queried in the order of the jobs, because the first job with a shared step has its anchor */
    Anchors(StepSharing sharing) {
        this.sharing = sharing;
    }

    /** The facts of a job's steps. */
    Map<String, Object> facts(int job, StepList list) {
        Map<String, Object> facts = new HashMap<>();
        if (sharing.isAlias(job)) {
            facts.put("alias", lists.get(list.number()));
            return facts;
        }
        if (sharing.isShared(list) && !lists.containsKey(list.number())) {
            facts.put("anchor", named(lists, list.number(), list.anchor()));
        }
        List<Map<String, Object>> texts = new ArrayList<>();
        for (int i = 0; i < list.steps().size(); i++) {
            texts.add(facts(list.steps().get(i), sharing.isAlias(job, i)));
        }
        facts.put("steps", texts);
        return facts;
    }

    private Map<String, Object> facts(StepText step, boolean alias) {
        Map<String, Object> facts = new HashMap<>();
        if (alias) {
            facts.put("alias", steps.get(step.number()));
            return facts;
        }
        if (sharing.isShared(step) && !steps.containsKey(step.number())) {
            facts.put("anchor", named(steps, step.number(), step.anchor()));
        }
        facts.put("comments", step.comments());
        facts.put("body", step.body());
        return facts;
    }

    private String named(Map<Integer, String> names, int number, String word) {
        String name = word;
        for (int copy = 2; !taken.add(name); copy++) {
            name = word + "-" + copy;
        }
        names.put(number, name);
        return name;
    }
}
