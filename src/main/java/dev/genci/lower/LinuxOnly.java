package dev.genci.lower;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.lower.row.Row;
import dev.genci.manifest.Entry;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Runner;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import dev.genci.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Containers run on Linux only: no row that has one is known to run elsewhere. Owns the rule {@code linux-only}. */
final class LinuxOnly {
    private static final List<String> KEYS = List.of(SessionKey.CONTAINER.key(), SessionKey.SERVICES.key());

    private LinuxOnly() {}

    /**
     * Reports each such key of a session once.
     *
     * @param rows of each of its parts: one may be without what the others have
     * @param diagnostics gets what is found
     */
    static void check(Work work, Map<Work, List<Row>> rows, TargetSettings target, List<Diagnostic> diagnostics) {
        for (String key : KEYS) {
            Set<Place> told = new HashSet<>();
            for (Work part : work.parts()) {
                YamlNode value = part.job().passed().get(key);
                if (value == null || told.contains(value.place())) {
                    continue;
                }
                rows.getOrDefault(part, List.of()).stream()
                        .map(Row::runner)
                        .filter(Runner::isOtherThanLinux)
                        .findFirst()
                        .ifPresent(other -> {
                            told.add(value.place());
                            diagnostics.add(error(key, value, work, other, target)
                                    .help("give the session for that runner an entry of its own"));
                        });
            }
        }
    }

    /** Reports each such key of a job that the manifest writes. */
    static void check(PassedJob job, Runner runner, TargetSettings target, List<Diagnostic> diagnostics) {
        for (String key : KEYS) {
            YamlNode value = job.passed().get(key);
            if (value != null && runner.isOtherThanLinux()) {
                diagnostics.add(error(key, value, job, runner, target).help("let the job run on Linux"));
            }
        }
    }

    private static Diagnostic error(String key, YamlNode value, Entry entry, Runner other, TargetSettings target) {
        return Diagnostic.of(
                RuleId.LINUX_ONLY,
                value.place(),
                "\"" + key + "\" works on Linux only, and \"" + entry.name() + "\" runs on \"" + other.word()
                        + "\" at the target \"" + target.id() + "\"");
    }
}
