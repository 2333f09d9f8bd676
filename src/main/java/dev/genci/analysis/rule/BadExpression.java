package dev.genci.analysis.rule;

import dev.genci.data.ExpressionPlace;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.ExpressionText;
import dev.genci.manifest.Located;
import dev.genci.manifest.TextUse;
import java.util.List;
import java.util.function.Consumer;

/** Where expressions may stand, each is closed and can be read: the forge refuses the whole workflow for one that is not. */
final class BadExpression implements Rule {
    @Override
    public RuleId id() {
        return RuleId.BAD_EXPRESSION;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        check(subject.manifest().expressionTexts(), report);
        subject.sessions().forEach(session -> check(session.expressionTexts(), report));
    }

    private void check(List<ExpressionText> texts, Consumer<Diagnostic> report) {
        for (ExpressionText text : texts) {
            if (text.use() == TextUse.Kind.DATA) {
                check(text.text(), Expression::checkAll, report);
            } else if (text.use() == TextUse.Kind.CONDITION && text.place() != ExpressionPlace.JOB_IF) {
                check(text.text(), Expression::parse, report);
            }
        }
    }

    private interface Reader {
        void read(String text) throws Expression.Malformed;
    }

    private void check(Located<String> text, Reader reader, Consumer<Diagnostic> report) {
        try {
            reader.read(text.value());
        } catch (Expression.Malformed malformed) {
            report.accept(Diagnostic.of(id(), text.place(), malformed.problem()).help(malformed.help()));
        }
    }
}
