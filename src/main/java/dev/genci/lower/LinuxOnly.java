package dev.genci.lower;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.lower.row.Row;
import dev.genci.manifest.Runner;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.yaml.YamlNode;
import java.util.List;

/** Containers run on Linux only: no row that has one is known to run elsewhere. Owns the rule {@code linux-only}. */
final class LinuxOnly {
    private static final List<SessionKey> KEYS = List.of(SessionKey.CONTAINER, SessionKey.SERVICES);

    private LinuxOnly() {}

    /**
     * Reports each such key of a session once.
     *
     * @param diagnostics gets what is found
     */
    static void check(Work work, List<Row> rows, TargetSettings target, List<Diagnostic> diagnostics) {
        for (SessionKey key : KEYS) {
            YamlNode value = work.job().passed().get(key.key());
            if (value == null) {
                continue;
            }
            rows.stream()
                    .map(Row::runner)
                    .filter(Runner::isOtherThanLinux)
                    .findFirst()
                    .ifPresent(other -> diagnostics.add(Diagnostic.of(
                                    RuleId.LINUX_ONLY,
                                    value.place(),
                                    "\"" + key.key() + "\" works on Linux only, and \"" + work.name() + "\" runs on \""
                                            + other.word() + "\" at the target \"" + target.id() + "\"")
                            .help("give the session for that runner an entry of its own")));
        }
    }
}
