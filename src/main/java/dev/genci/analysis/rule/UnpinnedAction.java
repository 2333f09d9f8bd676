package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.manifest.BuiltInPins;
import dev.genci.manifest.Located;
import dev.genci.manifest.Session.StepSpec;
import java.util.List;
import java.util.function.Consumer;

/** Every action in a step has a pin: in {@code pins} or built in. What the project itself holds needs none. */
final class UnpinnedAction implements Rule {
    @Override
    public String id() {
        return "unpinned-action";
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        subject.sessions().forEach(session -> {
            check(subject, session.execution().before(), report);
            check(subject, session.execution().after(), report);
        });
    }

    private void check(Subject subject, List<StepSpec> steps, Consumer<Diagnostic> report) {
        for (StepSpec step : steps) {
            Located<String> uses = step.uses();
            if (uses == null || uses.value().startsWith("./")) {
                continue;
            }
            String action = uses.value();
            if (action.startsWith("docker://")) {
                if (!action.contains("@sha256:")) {
                    report.accept(Diagnostic.error(id(), uses.place(), "the image \"" + action + "\" has no digest")
                            .help("write docker://name@sha256:…"));
                }
            } else if (action.contains("@")) {
                report.accept(Diagnostic.error(id(), uses.place(), "the version of an action stands in \"pins\"")
                        .help("write uses: " + BuiltInPins.repository(action) + ", and under pins: "
                                + BuiltInPins.repository(action) + ": \"<40 digits of a commit> # v1.2.3\""));
            } else if (!BuiltInPins.knows(action)
                    && !subject.manifest().pins().containsKey(BuiltInPins.repository(action))) {
                report.accept(Diagnostic.error(id(), uses.place(), "the action \"" + action + "\" has no pin")
                        .help("add to pins: " + BuiltInPins.repository(action)
                                + ": \"<40 digits of a commit> # v1.2.3\""));
            }
        }
    }
}
