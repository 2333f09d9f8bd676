package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.edit.Edit;
import dev.genci.edit.Lines;
import dev.genci.edit.Plain;
import dev.genci.edit.Proposal;
import dev.genci.edit.Trial;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Workflow;
import dev.genci.workflow.WorkflowReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fixes what is wrong with a workflow where that needs no guess. Every other byte stays. Each fix is tried: it counts only if
 * the text then reads as the same document with nothing but the change that is meant, and the audit has one finding less and
 * none more.
 */
public final class AuditFix {
    /** The rules whose findings can be fixed. */
    private static final Set<RuleId> FIXED = Set.of(
            RuleId.NO_NOX_CACHE, RuleId.LATE_CACHE, RuleId.UNUSED_CACHE, RuleId.NO_TIMEOUT, RuleId.VERSION_NOT_QUOTED);

    private final Audit.Source source;
    private final @Nullable NoxListing listing;
    private final Lines lines;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final Set<Attempt> taken = new HashSet<>();
    private final Audit first;
    private final Trial trial;

    private AuditFix(Audit.Source source, @Nullable NoxListing listing) {
        this.source = source;
        this.listing = listing;
        this.lines = new Lines(source.file());
        this.first = audit(source.file());
        this.trial = new Trial(source.file().text(), new Reading());
    }

    /**
     * What became of a finding.
     *
     * @param fixed whether it is gone
     * @param what was done, or why nothing was
     */
    public record Result(Diagnostic finding, boolean fixed, String what) {}

    /**
     * A workflow after its fixes.
     *
     * @param results of the findings that can be fixed in some workflow, in the order of reading
     */
    public record Fixed(SourceFile file, String text, List<Result> results) {}

    /**
     * Fixes a workflow; its text stays as it is where nothing can be fixed.
     *
     * @param listing what nox lists, as for {@link Audit#of}
     */
    public static Fixed of(Audit.Source source, @Nullable NoxListing listing) {
        AuditFix fix = new AuditFix(source, listing);
        fix.all();
        return new Fixed(source.file(), fix.trial.text(), List.copyOf(fix.results));
    }

    private void all() {
        if (first.workflows().isEmpty()) {
            return;
        }
        AuditedWorkflow workflow = first.workflows().get(0);
        boolean cut = first.diagnostics().stream().anyMatch(each -> each.rule() == RuleId.LIMITS);
        List<Attempt> attempts = new ArrayList<>();
        for (Diagnostic finding : first.diagnostics()) {
            if (!FIXED.contains(finding.rule()) || finding.place().file() != source.file()) {
                continue;
            }
            // What was not read to its end cannot be compared; and reading it once took long enough.
            Proposal.Answer answer = cut
                    ? Proposal.Answer.no("the workflow is too large to be read to its end")
                    : new Fixes(workflow, lines).of(finding);
            attempts.add(new Attempt(finding, answer));
        }
        take(attempts.stream().filter(each -> each.answer().proposal() != null).toList());
        for (Attempt attempt : attempts) {
            Proposal.Answer answer = attempt.answer();
            boolean fixed = taken.contains(attempt);
            String what = fixed && answer.proposal() != null ? answer.proposal().done() : answer.why();
            results.add(new Result(attempt.finding(), fixed, what));
        }
    }

    /** A finding, and what can be done about it. */
    private record Attempt(Diagnostic finding, Proposal.Answer answer) {}

    /**
     * Makes the changes that are what they are meant to be. An audit takes long, and most changes are right: all are tried at
     * once, and halves of them only where that fails.
     */
    private void take(List<Attempt> attempts) {
        if (attempts.isEmpty() || isTaken(attempts) || attempts.size() == 1) {
            return;
        }
        int half = attempts.size() / 2;
        take(attempts.subList(0, half));
        take(attempts.subList(half, attempts.size()));
    }

    private boolean isTaken(List<Attempt> attempts) {
        List<Edit> more = new ArrayList<>(edits);
        List<Proposal.Meaning> meanings = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Proposal proposal = attempt.answer().proposal();
            if (proposal != null) {
                more.addAll(proposal.edits());
                meanings.add(proposal.meaning());
            }
        }
        // One edit for two findings would be made twice.
        if (new HashSet<>(more).size() < more.size() || !Edit.areApart(more)) {
            return false;
        }
        String changed = Edit.apply(source.file().text(), more);
        List<String> gone = attempts.stream().map(each -> key(each.finding())).toList();
        Proposal.Meaning all = (before, after) -> meanings.forEach(each -> each.apply(before, after));
        if (!trial.take(changed, all, gone, come -> false)) {
            return false;
        }
        edits.clear();
        edits.addAll(more);
        taken.addAll(attempts);
        return true;
    }

    private Audit audit(SourceFile file) {
        return Audit.of(List.of(new Audit.Source(file, source.reach())), listing);
    }

    private static String key(Diagnostic diagnostic) {
        return diagnostic.rule().id() + " " + diagnostic.message();
    }

    /** How a workflow is read. */
    private final class Reading implements Trial.Reading {
        private SourceFile file(String text) {
            return text.equals(source.file().text())
                    ? source.file()
                    : new SourceFile(source.file().name(), text);
        }

        @Override
        public @Nullable Object plain(String text) {
            Workflow workflow = WorkflowReader.read(file(text)).value();
            return workflow == null ? null : Plain.of(workflow.tree().root());
        }

        @Override
        public Map<String, Integer> findings(String text) {
            Map<String, Integer> counts = new HashMap<>();
            Audit audit = text.equals(source.file().text()) ? first : audit(file(text));
            audit.diagnostics().forEach(each -> counts.merge(key(each), 1, Integer::sum));
            return counts;
        }
    }
}
