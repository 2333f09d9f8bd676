package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.TargetSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Every target of every workflow has its own file, also where upper and lower case are the same. */
final class PathClaimedTwice implements Rule {
    @Override
    public RuleId id() {
        return RuleId.PATH_CLAIMED_TWICE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Map<String, TargetSettings> owners = new HashMap<>();
        for (TargetSettings target : analysis.manifest().all().targets()) {
            TargetSettings first = owners.putIfAbsent(key(target), target);
            if (first != null) {
                report.accept(Diagnostic.of(id(), target.file().place(), who(first, target) + " write to the same file")
                        .related(
                                first.file().place(),
                                first.id().equals(target.id()) ? "the other workflow" : "the other target"));
            }
        }
    }

    private static String key(TargetSettings target) {
        return Path.of(target.file().value()).normalize().toString().toLowerCase(Locale.ROOT);
    }

    private static String who(TargetSettings first, TargetSettings second) {
        return first.id().equals(second.id())
                ? "two workflows for the target \"" + first.id() + "\""
                : "the targets \"" + first.id() + "\" and \"" + second.id() + "\"";
    }
}
