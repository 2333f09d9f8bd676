package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.ExpressionText;
import dev.genci.manifest.TextUse;
import java.util.List;
import java.util.function.Consumer;

/**
 * Expressions are only allowed where the forge evaluates them as data. In a script they would be pasted in before the shell
 * reads it, which lets a branch's name run commands.
 */
final class ExpressionNotAllowed implements Rule {
    @Override
    public RuleId id() {
        return RuleId.EXPRESSION_NOT_ALLOWED;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        check(analysis.manifest().expressionTexts(), report);
        analysis.entries().forEach(entry -> check(entry.source().expressionTexts(), report));
    }

    private void check(List<ExpressionText> texts, Consumer<Diagnostic> report) {
        for (ExpressionText text : texts) {
            if (text.use() == TextUse.Kind.PLAIN) {
                report.accept(
                        Diagnostic.of(id(), text.text().place(), "an expression is not allowed here")
                                .help(
                                        text.stepsBefore() == null
                                                ? "write what it stands for"
                                                : "in a step it may stand in env, with, if, continue-on-error and timeout-minutes"));
            } else if (text.use() == TextUse.Kind.SCRIPT) {
                report.accept(Diagnostic.of(id(), text.text().place(), "an expression is not allowed in a script")
                        .help("put it in env, and use the variable: \"$NAME\""));
            }
        }
    }
}
