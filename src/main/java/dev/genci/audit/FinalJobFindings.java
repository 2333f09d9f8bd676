package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.workflow.Job;
import dev.genci.workflow.Workflow;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with a final job: one that looks at the results of others, so that branch protection needs no other name.
 *
 * <p>Owns the rules {@code final-job-misses} and {@code blind-final-job}.
 */
record FinalJobFindings(Workflow workflow) {

    /** All of them. */
    List<Diagnostic> all() {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, List<String>> needs = new LinkedHashMap<>();
        workflow.jobs().forEach(job -> needs.put(job.id(), needs(job)));
        for (Job job : workflow.jobs()) {
            if (isFinal(job)) {
                missing(job, needs, found);
                blind(job, text(job), found);
            }
        }
        return found;
    }

    /** Whether a job looks at the results of several others. */
    static boolean isFinal(Job job) {
        return needs(job).size() > 1 && looksAtResults(text(job));
    }

    /** All texts of a job, one on a line. */
    static String text(Job job) {
        return Scalars.below(job.settings().mapping()).stream()
                .map(YamlScalar::text)
                .collect(Collectors.joining("\n"));
    }

    /** The ids of the jobs that it waits for. */
    static List<String> needs(Job job) {
        return job.settings().list("needs").stream().map(YamlScalar::text).toList();
    }

    private static boolean looksAtResults(String text) {
        return text.contains("needs.*.result")
                || text.toLowerCase(Locale.ROOT).contains("tojson(needs)")
                || text.contains("alls-green")
                || text.split("needs\\.[\\w-]+\\.result", -1).length > 2;
    }

    /** The ids of a job and of all that it waits for, directly or not. */
    static Set<String> reached(String from, Map<String, List<String>> needs) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            if (reached.add(id)) {
                open.addAll(needs.getOrDefault(id, List.of()));
            }
        }
        return reached;
    }

    private static void missing(Job job, Map<String, List<String>> needs, List<Diagnostic> found) {
        Set<String> covered = reached(job.id(), needs);
        List<String> missing = needs.keySet().stream()
                .filter(id -> !covered.contains(id) && !reached(id, needs).contains(job.id()))
                .toList();
        if (!missing.isEmpty()) {
            YamlScalar key = job.settings().key("needs");
            found.add(Diagnostic.of(
                            RuleId.FINAL_JOB_MISSES,
                            key == null ? job.place() : key.place(),
                            "\"" + job.id() + "\" looks at the results of other jobs, but not of "
                                    + String.join(", ", missing))
                    .help("add " + (missing.size() == 1 ? "it" : "them") + " to needs"));
        }
    }

    private static void blind(Job job, String text, List<Diagnostic> found) {
        YamlScalar condition = job.settings().scalar("if");
        String tests = condition == null ? "" : condition.text().replace(" ", "");
        // Both together are the second alone.
        boolean unlessCancelled = tests.contains("&&!cancelled()") || tests.contains("!cancelled()&&");
        if (!tests.contains("always()") || unlessCancelled) {
            String when = tests.contains("!cancelled()") ? "the run is cancelled" : "a job fails or is cancelled";
            found.add(Diagnostic.of(
                            RuleId.BLIND_FINAL_JOB,
                            condition == null ? job.place() : condition.place(),
                            "\"" + job.id() + "\" is skipped when " + when + ", and forges count that as a success")
                    .help("write if: always()"));
        } else if (text.contains("'failure'")
                && !text.contains("cancelled'")
                && !text.contains("success")
                && !text.contains("alls-green")) {
            found.add(Diagnostic.of(
                            RuleId.BLIND_FINAL_JOB,
                            job.place(),
                            "\"" + job.id() + "\" succeeds when a job is cancelled: it looks for failures only")
                    .help("ask whether all results are success"));
        }
    }
}
