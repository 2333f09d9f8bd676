package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions that decide nothing: beside other text, an expression in braces becomes part of a text, and forges take every text
 * that is not empty for true.
 *
 * <p>Owns the rule {@code always-true}.
 */
record ConditionFindings(AuditedJob job) {

    /** Those of the job and of its steps. */
    List<Diagnostic> all() {
        List<Diagnostic> found = new ArrayList<>();
        condition(job.job().settings(), found);
        job.job().steps().forEach(step -> condition(step.settings(), found));
        return found;
    }

    private static void condition(Settings settings, List<Diagnostic> found) {
        YamlScalar condition = settings.scalar("if");
        if (condition == null || !Template.isAlwaysTrue(condition.text())) {
            return;
        }
        boolean lineBreak = Template.isExpression(condition.text());
        found.add(Diagnostic.of(
                        RuleId.ALWAYS_TRUE,
                        condition.place(),
                        lineBreak
                                ? "this is always true: with the line break behind }} it is a text"
                                : "this is always true: only a part of it is an expression, so the whole is a text")
                .help(
                        lineBreak
                                ? "end it without a line break, as |- and >- do, or leave out ${{ and }}"
                                : "put the whole condition between ${{ and }}, or leave them out"));
    }
}
