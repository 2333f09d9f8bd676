package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import java.util.function.Consumer;

/** A version of artifacts is only chosen for a forge that has several. */
final class ArtifactsVersion implements Rule {
    @Override
    public RuleId id() {
        return RuleId.ARTIFACTS_VERSION;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.manifest().targets().forEach(target -> {
            Located<String> artifacts = target.artifacts();
            if (artifacts != null && !target.forge().choosesArtifacts()) {
                report.accept(Diagnostic.of(
                                id(),
                                artifacts.place(),
                                "the target \"" + target.id() + "\" has one version of artifacts only")
                        .help("remove \"artifacts\""));
            }
        });
    }
}
