package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.workflow.Workflow;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What waits for a check or a workflow that does not exist. Only who knows all workflows of a repository can say so.
 *
 * <p>Owns the rule {@code unreported-check}; a workflow that no file has the name of is an {@code unset-reference}, too. Another
 * service may report any name, so only one that is said or seen to be of a job counts.
 *
 * @param workflows all of the repository
 * @param policies the files that may require checks
 */
record CheckFindings(List<AuditedWorkflow> workflows, List<SourceFile> policies) {
    private static final String FOLDER = ".github/workflows/";

    /** Actions that wait for a check, and the input that names it. */
    private static final Map<String, String> WAITING =
            Map.of("lewagon/wait-on-check-action", "check-name", "fountainhead/action-wait-for-check", "checkname");

    /** The beginnings of the names of workflows that GitHub runs without a file. */
    private static final List<String> BUILT_IN = List.of(
            "pages build and deployment",
            "codeql",
            "dependabot",
            "dependency graph",
            "automatic dependency",
            "copilot");

    /** All of them. */
    List<Diagnostic> all() {
        List<Diagnostic> found = new ArrayList<>();
        List<RequiredCheck> required = new ArrayList<>();
        policies.forEach(file -> required.addAll(RequiredChecks.of(file, found)));
        List<AuditedWorkflow> ofGitHub = workflows.stream()
                .filter(each -> each.workflow().file().name().contains(FOLDER))
                .toList();
        ofGitHub.forEach(each -> each.workflow().steps().forEach(step -> waits(step, required)));
        if (!required.isEmpty()) {
            CheckNames names = CheckNames.of(ofGitHub.stream()
                    .filter(each -> !Events.of(each.workflow().settings()).equals(List.of("workflow_call")))
                    .toList());
            required.forEach(check -> unreported(check, names, found));
        }
        runs(ofGitHub.stream().map(AuditedWorkflow::workflow).toList(), found);
        return found;
    }

    private static void waits(Step step, List<RequiredCheck> required) {
        String action = step.uses() == null ? "" : step.uses().repository().toLowerCase(Locale.ROOT);
        String input = WAITING.get(action);
        Settings with = step.settings().in("with");
        for (String name : input == null ? Set.<String>of() : with.names()) {
            YamlScalar value = with.scalar(name);
            if (name.equalsIgnoreCase(input) && value != null && !value.text().contains(Template.OPEN)) {
                required.add(new RequiredCheck(value.text(), value.place(), "this step", false));
            }
        }
    }

    private void unreported(RequiredCheck check, CheckNames names, List<Diagnostic> found) {
        String job = names.job(check.name());
        boolean meant = check.ofActions() || job != null || Suggestion.nearest(check.name(), names.all()) != null;
        if (!meant || names.mayHave(check.name()) || check.who().equals("Mergify") && isShown(check, names)) {
            return;
        }
        List<String> reported = job == null ? List.of() : names.of(job);
        Diagnostic unreported = Diagnostic.of(
                RuleId.UNREPORTED_CHECK,
                check.place(),
                check.who() + " waits for the check \"" + check.name() + "\", which no job reports");
        found.add(
                reported.isEmpty()
                        ? unreported.suggest(check.name(), names.all())
                        : unreported.help("\"" + job + "\" reports " + JobFindings.shown(reported)));
    }

    /** Whether a check is named as the forge shows it: behind the name of its workflow. */
    private boolean isShown(RequiredCheck check, CheckNames names) {
        return workflows.stream()
                .map(each -> each.workflow().settings().text("name") + " / ")
                .anyMatch(prefix -> check.name().startsWith(prefix)
                        && names.mayHave(check.name().substring(prefix.length())));
    }

    private static void runs(List<Workflow> workflows, List<Diagnostic> found) {
        Set<String> names = new LinkedHashSet<>();
        for (Workflow workflow : workflows) {
            String file = workflow.file().name();
            String name = workflow.settings().text("name");
            names.add(name.isEmpty() ? file.substring(file.indexOf(FOLDER)) : name);
        }
        for (Workflow workflow : workflows) {
            for (YamlScalar name :
                    workflow.settings().in("on").in("workflow_run").list("workflows")) {
                String lower = name.text().toLowerCase(Locale.ROOT);
                if (names.stream().noneMatch(name.text()::equalsIgnoreCase)
                        && BUILT_IN.stream().noneMatch(lower::startsWith)) {
                    found.add(Diagnostic.of(
                                    RuleId.UNSET_REFERENCE,
                                    name.place(),
                                    "there is no workflow \"" + name.text()
                                            + "\", so none of that name starts this one")
                            .suggest(name.text(), names));
                }
            }
        }
    }
}
