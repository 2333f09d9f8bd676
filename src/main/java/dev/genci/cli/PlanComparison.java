package dev.genci.cli;

import dev.genci.audit.Audit;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Severity;
import dev.genci.plan.Comparison;
import dev.genci.plan.HandWritten;
import dev.genci.plan.KnownSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads workflows that people wrote, to compare with a plan. What cannot be read or is not known is reported, and does not keep
 * the rest from being compared.
 *
 * @param comparison what could be read beside the plan
 * @param complete whether all files were workflows
 */
record PlanComparison(Comparison comparison, boolean complete) {
    /** The notes of an audit that matter here; what is wrong with a workflow is for {@code audit}. */
    private static final Set<RuleId> NOTES = Set.of(RuleId.UNKNOWN_ROWS, RuleId.OUT_OF_REACH);

    /**
     * Reads them.
     *
     * @param names of files and folders
     * @throws Failure when there is none, or none is a workflow
     */
    static PlanComparison read(Console console, Arguments arguments, List<String> names, PlanInput input) {
        KnownSessions known = input.known();
        AuditFiles files = new AuditFiles(console);
        names.forEach(files::add);
        Audit audit = Audit.of(files.sources(), known.listing());
        List<Diagnostic> said = new ArrayList<>(files.unreadable());
        audit.diagnostics().stream().filter(PlanComparison::isSaid).forEach(said::add);
        console.say(Diagnostic.sorted(said), arguments.color());
        if (audit.names().isEmpty()) {
            throw new Failure(ExitCode.INPUT, "there is no workflow to compare with");
        }
        HandWritten old = HandWritten.of(audit.names(), audit.jobs(known.listing()), known);
        boolean complete = !audit.unreadable() && files.unreadable().isEmpty();
        return new PlanComparison(new Comparison(old, input.report().plan()), complete);
    }

    /** A session that the manifest lacks is a line of the comparison. */
    private static boolean isSaid(Diagnostic each) {
        return each.severity() == Severity.ERROR && each.rule() != RuleId.UNKNOWN_SESSION
                || NOTES.contains(each.rule());
    }
}
