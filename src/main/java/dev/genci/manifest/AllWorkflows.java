package dev.genci.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the workflows of a manifest know of each other.
 *
 * @param known their ids, that of the top level first
 * @param written the ids of those that have something to run
 * @param targets of those that are written
 * @param finalJobs the names of their final jobs, by the ids of those that have one
 * @param selfChecks by target, the id of the workflow in which a job checks all of them
 */
public record AllWorkflows(
        List<String> known,
        List<String> written,
        List<TargetSettings> targets,
        Map<String, String> finalJobs,
        Map<String, String> selfChecks) {
    /** As long as not all of them are bound. */
    static final AllWorkflows UNKNOWN = new AllWorkflows(List.of(), List.of(), List.of(), Map.of(), Map.of());

    /** The manifests of all workflows, each of which now knows of the others. */
    static List<Manifest> together(List<Manifest> manifests) {
        List<String> known = new ArrayList<>();
        List<String> written = new ArrayList<>();
        List<TargetSettings> targets = new ArrayList<>();
        Map<String, String> finalJobs = new LinkedHashMap<>();
        for (Manifest manifest : manifests) {
            String id = manifest.workflow().id().value();
            known.add(id);
            String finalJob = manifest.workflow().finalJobName();
            if (finalJob != null) {
                finalJobs.put(id, finalJob);
            }
            if (manifests.size() == 1 || manifest.runsSomething()) {
                written.add(id);
                targets.addAll(manifest.targets());
            }
        }
        AllWorkflows all = new AllWorkflows(known, written, targets, finalJobs, selfChecks(manifests, written));
        return manifests.stream().map(manifest -> manifest.with(all)).toList();
    }

    /** Of each target the first workflow with a final job that runs for a pull request, or else for a push: others run too late. */
    private static Map<String, String> selfChecks(List<Manifest> manifests, List<String> written) {
        Map<String, String> found = new LinkedHashMap<>();
        if (manifests.isEmpty() || manifests.get(0).selfCheck() == null) {
            return found;
        }
        for (String event : List.of("pull_request", "push")) {
            for (Manifest manifest : manifests) {
                String id = manifest.workflow().id().value();
                boolean counts = manifest.workflow().finalJob() != null;
                if (counts && written.contains(id) && manifest.workflow().runsFor(event)) {
                    manifest.targets().forEach(target -> found.putIfAbsent(target.id(), id));
                }
            }
        }
        return found;
    }
}
