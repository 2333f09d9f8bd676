package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.Session;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A session's {@code if} is one expression, and leaves the status of other jobs to gen-ci: with a status function in it
 * the forge would no longer wait for a success.
 */
final class BadCondition implements Rule {
    private static final Set<String> STATUS = Set.of("success", "failure", "always", "cancelled");
    /** GitHub's documentation, "Context availability", jobs.job_id.if. */
    private static final Set<String> CONTEXTS = Set.of("github", "needs", "vars", "inputs");

    @Override
    public RuleId id() {
        return RuleId.BAD_CONDITION;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Session session : subject.sessions()) {
            Located<String> condition = session.execution().condition();
            if (condition != null) {
                check(condition, report);
            }
        }
    }

    private void check(Located<String> condition, Consumer<Diagnostic> report) {
        Expression expression;
        try {
            expression = Expression.parse(condition.value());
        } catch (Expression.Malformed malformed) {
            report.accept(
                    Diagnostic.of(id(), condition.place(), malformed.problem()).help(malformed.help()));
            return;
        }
        for (String function : expression.functions()) {
            if (STATUS.contains(function)) {
                report.accept(Diagnostic.of(
                                id(), condition.place(), "\"" + function + "()\" is not allowed in a session's \"if\"")
                        .help("a session runs when what it needs has succeeded; gen-ci writes that condition"));
            }
        }
        for (String context : expression.contexts()) {
            if (!CONTEXTS.contains(context)) {
                report.accept(
                        Diagnostic.of(id(), condition.place(), "\"" + context + "\" is not known where jobs are chosen")
                                .help("known there: github, inputs, needs, vars"));
            }
        }
    }
}
