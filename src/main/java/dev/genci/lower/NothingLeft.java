package dev.genci.lower;

import dev.genci.analysis.References;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.TargetSettings;

/** Says why a workflow has nothing to run that counts. */
final class NothingLeft {
    private NothingLeft() {}

    /** @param withoutRows whether no session has a row at this target */
    static Diagnostic diagnostic(References references, TargetSettings target, boolean withoutRows) {
        if (references.running().isEmpty()) {
            return Diagnostic.of(
                            RuleId.NOTHING_LEFT,
                            references.entry(0).place(),
                            "no session is in CI, so there is nothing to run")
                    .help("write ci: true in the sessions that belong to CI");
        }
        String what = withoutRows ? "no session runs" : "nothing that counts for the final job runs";
        return Diagnostic.of(RuleId.NOTHING_LEFT, target.place(), what + " at the target \"" + target.id() + "\"");
    }
}
