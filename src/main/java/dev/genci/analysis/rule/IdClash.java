package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.manifest.JobId;
import dev.genci.manifest.Located;
import dev.genci.manifest.Session;
import dev.genci.source.Place;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Names that become ids of jobs differ in more than case and in characters that an id may have. */
final class IdClash implements Rule {
    @Override
    public String id() {
        return "id-clash";
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        Map<String, Located<String>> owners = new HashMap<>();
        Located<String> finalJob = subject.manifest().finalJob();
        owners.put(JobId.of(finalJob.value()).toLowerCase(Locale.ROOT), finalJob);
        for (Session session : subject.sessions()) {
            boolean isFinalJob =
                    session.kind() == Session.Kind.META && session.name().equals(finalJob.value());
            if (!session.inCi() || session.kind() == Session.Kind.HELPER || isFinalJob) {
                continue;
            }
            String id = JobId.of(session.name()).toLowerCase(Locale.ROOT);
            Located<String> first = owners.putIfAbsent(id, new Located<>(session.name(), session.place()));
            if (first != null) {
                boolean withFinal = first.equals(finalJob);
                Place other = first.place();
                report.accept(Diagnostic.error(
                                id(),
                                session.place(),
                                "\"" + session.name() + "\" and "
                                        + (withFinal ? "the final job" : "\"" + first.value() + "\"")
                                        + " would be jobs with one id, \"" + id + "\"")
                        .related(other, withFinal ? "the final job is called \"" + first.value() + "\"" : "the other")
                        .help(withFinal ? "give the final job another name: final-job: ci-ok" : null));
            }
        }
    }
}
