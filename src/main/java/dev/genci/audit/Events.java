package dev.genci.audit;

import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The events that start workflows. */
final class Events {
    /** Those for which several workflows of a repository run side by side. */
    private static final List<String> SHARED = List.of("pull_request", "push", "merge_group");

    private static final Set<String> FILTERS =
            Set.of("branches", "branches-ignore", "tags", "tags-ignore", "types", "paths", "paths-ignore");

    private static final Pattern STATUS =
            Pattern.compile("always\\(\\s*\\)|success\\(\\s*\\)|!\\s*cancelled\\(\\s*\\)");

    private Events() {}

    /** The names of those that start a workflow. */
    static List<String> of(Settings workflow) {
        Settings on = workflow.in("on");
        return on.names().isEmpty()
                ? workflow.list("on").stream().map(YamlScalar::text).toList()
                : List.copyOf(on.names());
    }

    /** Whether two jobs are sure to run for one event. */
    static boolean meet(AuditedWorkflow one, AuditedJob job, AuditedWorkflow two, AuditedJob other) {
        boolean same = one.workflow().file().name().equals(two.workflow().file().name());
        Settings here = one.workflow().settings();
        Settings there = two.workflow().settings();
        List<String> events = of(there);
        return of(here).stream()
                .filter(event -> events.contains(event) && (same || SHARED.contains(event)))
                .filter(event ->
                        same || isAlike(here.in("on").in(event), there.in("on").in(event)))
                .anyMatch(event -> runs(job, event, other) && runs(other, event, job));
    }

    /** Whether an event has the same filters: what leaves some out may leave out all of another's. */
    private static boolean isAlike(Settings one, Settings two) {
        return FILTERS.stream().allMatch(filter -> texts(one, filter).equals(texts(two, filter)));
    }

    private static List<String> texts(Settings event, String filter) {
        return event.list(filter).stream().map(YamlScalar::text).sorted().toList();
    }

    /** Whether a job runs for an event, or whenever another does. */
    private static boolean runs(AuditedJob job, String event, AuditedJob other) {
        String condition = job.job().settings().text("if");
        return condition.isEmpty()
                || condition.equals(other.job().settings().text("if"))
                || Boolean.TRUE.equals(truth(condition, event));
    }

    private static @Nullable Boolean truth(String condition, String event) {
        Content github = new Content.Context(Map.of("event_name", new Content.Text(event)), false);
        Content scope = new Content.Context(Map.of("github", github), false);
        // Both jobs run unless another one fails.
        String text = STATUS.matcher(condition.strip()).replaceAll("true");
        if (!Template.isExpression(text) && text.contains(Template.OPEN)) {
            return null;
        }
        return (Template.isExpression(text) ? Template.value(text, scope) : Evaluator.value(text, scope)).truth();
    }
}
