package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.yaml.YamlMapping;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The variables in which jobs hand rows to steps are not set by hand. */
final class ReservedVariable implements Rule {
    private static final Set<String> RESERVED = Set.of("NOX_SESSION", "NOX_PYTHON", "NOX_IMAGE", "NOX_POSARGS");

    @Override
    public String id() {
        return "reserved-variable";
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        check(subject.manifest().env(), report);
        subject.sessions().forEach(session -> check(session.execution().env(), report));
    }

    private void check(@Nullable YamlMapping env, Consumer<Diagnostic> report) {
        if (env == null) {
            return;
        }
        env.entries().forEach((name, entry) -> {
            if (RESERVED.contains(name)) {
                report.accept(Diagnostic.error(
                        id(), entry.key().place(), "the variable \"" + name + "\" is set by the workflow itself"));
            }
        });
    }
}
