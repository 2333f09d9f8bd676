package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Expressions stand only where the forge evaluates them as data. In a script they would be pasted in before the shell
 * reads it, which lets a branch's name run commands.
 */
final class ExpressionNotAllowed implements Rule {
    @Override
    public RuleId id() {
        return RuleId.EXPRESSION_NOT_ALLOWED;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        Manifest manifest = subject.manifest();
        List<Located<String>> texts = new ArrayList<>(List.of(manifest.name(), manifest.finalJob()));
        texts.addAll(manifest.nox().packages());
        texts.addAll(manifest.nox().args());
        texts.add(manifest.nox().version());
        texts.add(manifest.nox().python());
        manifest.targets().forEach(target -> texts.add(target.file()));
        texts.addAll(manifest.triggerTexts());
        subject.sessions().forEach(session -> collect(session, texts));
        report(texts, "an expression is not allowed here", "write what it stands for", report);
        List<Located<String>> scripts = new ArrayList<>();
        subject.sessions().forEach(session -> collectScripts(session, scripts));
        report(
                scripts,
                "an expression is not allowed in a script",
                "put it in env, and use the variable: \"$NAME\"",
                report);
    }

    private void report(List<Located<String>> texts, String message, String help, Consumer<Diagnostic> report) {
        texts.stream()
                .filter(text -> text.value().contains("${{"))
                .forEach(text ->
                        report.accept(Diagnostic.of(id(), text.place(), message).help(help)));
    }

    private static void collect(Session session, List<Located<String>> texts) {
        Session.Call call = session.call();
        texts.add(call.selector());
        texts.addAll(call.parameters());
        texts.addAll(session.documentation().tags());
        CacheSettings cache = call.cache();
        if (cache != null) {
            texts.add(cache.path());
            texts.addAll(cache.hash());
        }
    }

    private static void collectScripts(Session session, List<Located<String>> texts) {
        Located<String> run = session.call().run();
        if (run != null) {
            texts.add(run);
        }
        session.steps().forEach(step -> addScript(step, texts));
    }

    private static void addScript(Session.StepSpec step, List<Located<String>> texts) {
        if (step.run() != null) {
            texts.add(step.run());
        }
    }
}
