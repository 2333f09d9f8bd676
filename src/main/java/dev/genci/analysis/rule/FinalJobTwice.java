package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.FinalJob;
import dev.genci.manifest.Meta;
import dev.genci.source.Place;
import java.util.function.Consumer;

/** The title and the runner of the final job are set once: at the top, or in the meta-session that replaces it. */
final class FinalJobTwice implements Rule {
    @Override
    public RuleId id() {
        return RuleId.FINAL_JOB_TWICE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        FinalJob job = analysis.manifest().workflow().finalJob();
        Meta meta = analysis.manifest().finalMeta();
        if (job != null && meta != null) {
            if (job.title() != null && meta.title() != null) {
                report(meta.title().place(), "title", job.title().place(), report);
            }
            if (job.runner() != null && meta.runner() != null) {
                report(meta.runner().place(), "runner", job.runner().place(), report);
            }
        }
    }

    private void report(Place place, String what, Place other, Consumer<Diagnostic> report) {
        report.accept(Diagnostic.of(id(), place, "the " + what + " of the final job is set twice")
                .related(other, "the other one")
                .help("remove one of the two"));
    }
}
