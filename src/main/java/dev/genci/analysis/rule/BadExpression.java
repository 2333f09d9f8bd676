package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.Session;
import java.util.ArrayList;
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
        List<Located<String>> texts = new ArrayList<>(subject.manifest().evaluated());
        for (Session session : subject.sessions()) {
            texts.addAll(session.evaluated());
            session.steps().forEach(step -> {
                if (step.condition() != null) {
                    check(step.condition(), Expression::parse, report);
                }
            });
        }
        texts.forEach(text -> check(text, Expression::checkAll, report));
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
