package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Session;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A meta-session with the final job's name is the final job, so it is in CI and covers every session in CI. */
final class IncompleteFinalJob implements Rule {
    @Override
    public RuleId id() {
        return RuleId.INCOMPLETE_FINAL_JOB;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        String name = subject.manifest().finalJob().value();
        Integer number = subject.references().number(name);
        if (number == null) {
            return;
        }
        Session session = subject.references().session(number);
        if (session.kind() != Session.Kind.META) {
            return;
        }
        if (session.ci() != null && !session.inCi()) {
            report.accept(
                    Diagnostic.of(id(), session.ci().place(), "\"" + name + "\" is the final job, so it must be in CI")
                            .help("say ci: true, or give the final job another name"));
        }
        BitSet missing = subject.references().running();
        missing.andNot(subject.references().members(number));
        if (!missing.isEmpty() && !session.members().isEmpty()) {
            Place place = session.keys().getOrDefault("members", session.place());
            String names = missing.stream()
                    .mapToObj(i -> "\"" + subject.references().session(i).name() + "\"")
                    .collect(Collectors.joining(", "));
            report.accept(
                    Diagnostic.of(id(), place, "\"" + name + "\" is the final job, but it does not cover " + names)
                            .help("members: [\"tag:ci\"] covers every session in CI"));
        }
    }
}
