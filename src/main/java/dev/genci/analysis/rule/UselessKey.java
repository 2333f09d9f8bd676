package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Session;
import dev.genci.manifest.SessionKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No key stands where it does nothing: on a meta-session or helper what is run, on a command what is nox's. */
final class UselessKey implements Rule {
    @Override
    public RuleId id() {
        return RuleId.USELESS_KEY;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Session session : subject.sessions()) {
            session.keys().forEach((key, place) -> {
                if (useless(session, key)) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    place,
                                    "\"" + key + "\" does nothing: \"" + session.name() + "\" " + why(session))
                            .help(help(session)));
                }
            });
        }
    }

    private static boolean useless(Session session, String name) {
        SessionKey key = SessionKey.of(name);
        boolean cached = session.kind() != Session.Kind.NOX || session.call().environment();
        return key != null && (!key.isTakenBy(session.kind()) || key == SessionKey.CACHE && !cached);
    }

    private static @Nullable String help(Session session) {
        if (session.isSession()) {
            return null;
        }
        List<String> taken = Arrays.stream(SessionKey.values())
                .filter(key -> key.isTakenBy(session.kind()))
                .map(SessionKey::key)
                .toList();
        int last = taken.size() - 1;
        return "it takes only " + String.join(", ", taken.subList(0, last)) + " and " + taken.get(last);
    }

    private static String why(Session session) {
        return switch (session.kind()) {
            case META -> "is a meta-session";
            case HELPER -> "is a helper";
            case RUN -> "runs a command, not nox";
            case NOX -> "has no environment of its own";
        };
    }
}
