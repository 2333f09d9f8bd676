package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
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
    public String id() {
        return "expression-not-allowed";
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
        subject.sessions().forEach(session -> collect(session, texts));
        for (Located<String> text : texts) {
            if (text.value().contains("${{")) {
                report.accept(Diagnostic.error(id(), text.place(), "an expression is not allowed here")
                        .help("put it in env, and use the variable"));
            }
        }
    }

    private static void collect(Session session, List<Located<String>> texts) {
        Session.Call call = session.call();
        texts.add(call.selector());
        texts.addAll(call.parameters());
        texts.addAll(session.documentation().tags());
        if (call.run() != null) {
            texts.add(call.run());
        }
        CacheSettings cache = call.cache();
        if (cache != null) {
            texts.add(cache.path());
            texts.addAll(cache.hash());
        }
        session.execution().before().forEach(step -> addScript(step, texts));
        session.execution().after().forEach(step -> addScript(step, texts));
    }

    private static void addScript(Session.StepSpec step, List<Located<String>> texts) {
        if (step.run() != null) {
            texts.add(step.run());
        }
    }
}
