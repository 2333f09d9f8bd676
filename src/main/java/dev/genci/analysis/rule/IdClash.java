package dev.genci.analysis.rule;

import dev.genci.data.JobId;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
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
    public RuleId id() {
        return RuleId.ID_CLASH;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        Located<String> finalJob = subject.manifest().finalJob();
        String finalId = key(finalJob.value());
        Map<String, Session> owners = new HashMap<>();
        for (Session session : subject.sessions()) {
            boolean isFinalJob =
                    session.kind() == Session.Kind.META && session.name().equals(finalJob.value());
            if (!session.inCi() || session.kind() == Session.Kind.HELPER || isFinalJob) {
                continue;
            }
            String id = key(session.name());
            Session first = owners.putIfAbsent(id, session);
            if (id.equals(finalId)) {
                report.accept(withFinalJob(session, finalJob, subject));
            } else if (first != null && !EnvironmentClash.between(first, session)) {
                report.accept(clash(session, "\"" + first.name() + "\"", id)
                        .related(first.place(), "\"" + first.name() + "\""));
            }
        }
    }

    private Diagnostic withFinalJob(Session session, Located<String> finalJob, Subject subject) {
        Diagnostic error = clash(session, "the final job", key(finalJob.value()));
        boolean written =
                !finalJob.place().equals(Place.start(subject.manifest().file()));
        return (written ? error.related(finalJob.place(), "the final job") : error)
                .help("give the final job another name, for example: final-job: all-ok");
    }

    private Diagnostic clash(Session session, String other, String id) {
        return Diagnostic.of(
                id(),
                session.place(),
                "\"" + session.name() + "\" and " + other + " would be jobs with one id, \"" + id + "\"");
    }

    private static String key(String name) {
        return JobId.of(name).toLowerCase(Locale.ROOT);
    }
}
