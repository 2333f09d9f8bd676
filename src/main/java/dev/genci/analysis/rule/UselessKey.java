package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Session;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No key stands where it does nothing: on a meta-session or helper what is run, on a command what is nox's. */
final class UselessKey implements Rule {
    private static final Set<String> DOCUMENTATION =
            Set.of("purpose", "file", "notes", "tags", "ci", "parallel-safe", "helper");

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

    private static boolean useless(Session session, String key) {
        return switch (session.kind()) {
            case META -> !DOCUMENTATION.contains(key) && !key.equals("members");
            case HELPER -> !DOCUMENTATION.contains(key);
            case RUN -> Session.NOX_KEYS.contains(key);
            case NOX -> key.equals("cache") && !session.call().environment();
        };
    }

    private static @Nullable String help(Session session) {
        String keys = "purpose, file, notes, tags, ci, parallel-safe and ";
        return switch (session.kind()) {
            case META -> "it takes only " + keys + "members";
            case HELPER -> "it takes only " + keys + "helper";
            default -> null;
        };
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
