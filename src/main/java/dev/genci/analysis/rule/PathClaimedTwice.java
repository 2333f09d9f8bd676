package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.TargetSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Every target has its own file. */
final class PathClaimedTwice implements Rule {
    @Override
    public RuleId id() {
        return RuleId.PATH_CLAIMED_TWICE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Map<Path, TargetSettings> owners = new HashMap<>();
        for (TargetSettings target : analysis.manifest().targets()) {
            TargetSettings first =
                    owners.putIfAbsent(Path.of(target.file().value()).normalize(), target);
            if (first != null) {
                report.accept(Diagnostic.of(
                                id(),
                                target.file().place(),
                                "the targets \"" + first.id() + "\" and \"" + target.id() + "\" write to the same file")
                        .related(first.file().place(), "the other target"));
            }
        }
    }
}
