package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.workflow.Job;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Workflow;
import dev.genci.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that branch protection would have to name one by one, because no job gathers their results.
 *
 * <p>Owns the rule {@code no-final-job}. It counts only jobs that run for every pull request: the check of another one cannot be
 * required, so a final job would not help.
 */
record NoFinalJobFindings(AuditedWorkflow audited) {
    private static final Pattern RESULT = Pattern.compile("needs\\.[\\w-]+\\.result");

    /** All of them: at most one. */
    List<Diagnostic> all() {
        String event = event(audited.workflow().settings());
        if (event == null) {
            return List.of();
        }
        List<AuditedJob> checks = audited.jobs().stream()
                .filter(job -> isCheck(job.job().settings(), event))
                .toList();
        List<AuditedJob> nox = checks.stream().filter(AuditedJob::runsNox).toList();
        boolean several = nox.size() > 1 || nox.size() == 1 && checks.size() > 1 && hasRows(nox.get(0));
        List<String> ids = nox.stream().map(job -> job.job().id()).toList();
        if (!several || isGathered(ids)) {
            return List.of();
        }
        String message = ids.size() > 1
                ? "no job gathers the results of those that run nox: " + JobFindings.shown(ids)
                : "no job gathers the results of the rows of \"" + ids.get(0) + "\" and of the other jobs";
        return List.of(Diagnostic.of(RuleId.NO_FINAL_JOB, place(), message)
                .help("add a job that needs all others, has if: always(), and fails unless every result is success"));
    }

    /**
     * The event that starts the workflow for every pull request; {@code null} where none does. A required check that filters of
     * paths leave out blocks the pull request for ever.
     */
    private static @Nullable String event(Settings workflow) {
        Settings on = workflow.in("on");
        List<String> events = Events.of(workflow);
        for (String event : List.of("pull_request", "pull_request_target")) {
            if (events.contains(event)) {
                return startsAlways(on.in(event)) ? event : null;
            }
        }
        if (events.contains("merge_group")) {
            return "merge_group";
        }
        // With other filters it starts for some branches, or for tags.
        boolean anyBranch = on.in("push").names().stream().allMatch(filter -> filter.equals("branches-ignore"));
        return events.contains("push") && anyBranch ? "push" : null;
    }

    private static boolean startsAlways(Settings event) {
        boolean pushes = !event.has("types")
                || event.list("types").stream().anyMatch(type -> type.text().equals("synchronize"));
        return pushes && !event.has("paths") && !event.has("paths-ignore");
    }

    /** Whether a job may run for an event, and its failure counts. */
    private static boolean isCheck(Settings job, String event) {
        Map<String, Content> github = Map.of("event_name", new Content.Text(event));
        Content scope = new Content.Context(Map.of("github", new Content.Context(github, false)), false);
        return Template.mayBeTrue(job.text("if"), scope)
                && !job.text("continue-on-error").equals("true");
    }

    private static boolean hasRows(AuditedJob job) {
        return job.rows().rows().size() > 1 || job.rows().unknown() != null;
    }

    private boolean isGathered(List<String> ids) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        List<Job> jobs = audited.workflow().jobs();
        jobs.forEach(job -> needs.put(job.id(), FinalJobFindings.needs(job)));
        return jobs.stream()
                .filter(job -> job.settings().has("needs"))
                .anyMatch(job -> FinalJobFindings.isFinal(job)
                        || looks(FinalJobFindings.text(job))
                                && FinalJobFindings.reached(job.id(), needs).containsAll(ids));
    }

    /** Whether a job looks at one result, behind which there may be a chain, or fails where another one did. */
    private static boolean looks(String text) {
        return RESULT.matcher(text).find() || text.contains("failure()") && text.contains("exit 1");
    }

    private Place place() {
        Workflow workflow = audited.workflow();
        YamlScalar key = workflow.settings().key("jobs");
        return key == null ? workflow.jobs().get(0).place() : key.place();
    }
}
