package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.edit.Edit;
import dev.genci.edit.Lines;
import dev.genci.edit.Plain;
import dev.genci.edit.Proposal;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the edit that fixes a finding. */
record Fixes(AuditedWorkflow workflow, Lines lines) {
    /** As gen-ci limits jobs of its own. */
    private static final String MINUTES = "30";

    private static final String TIMEOUT = "timeout-minutes";

    /** What can be done about it. */
    Proposal.Answer of(Diagnostic finding) {
        if (finding.rule() == RuleId.VERSION_NOT_QUOTED) {
            return quote(finding);
        }
        AuditedJob job = job(finding);
        if (job == null) {
            return Proposal.Answer.no("it is in a file that the workflow uses");
        }
        return switch (finding.rule()) {
            case NO_TIMEOUT -> timeout(job);
            case NO_NOX_CACHE -> new CacheFix(workflow, job, lines).add();
            case LATE_CACHE -> new OrderFix(job, lines).move();
            default -> reuse(job);
        };
    }

    private @Nullable AuditedJob job(Diagnostic finding) {
        return workflow.jobs().stream()
                .filter(job -> job.job().place().equals(finding.place())
                        || job.caches().stream().anyMatch(cache -> cache.place().equals(finding.place()))
                        || job.runs().stream().anyMatch(run -> run.place().equals(finding.place())))
                .findFirst()
                .orElse(null);
    }

    private Proposal.Answer reuse(AuditedJob job) {
        ReuseEdits reuse = ReuseEdits.of(workflow, job, lines);
        return reuse.obstacle().isEmpty()
                ? Proposal.Answer.of(new Proposal(reuse.edits(), "added -r to nox", reuse.meaning()))
                : Proposal.Answer.no(reuse.obstacle());
    }

    /** Behind {@code runs-on} where that is one line, else before it. */
    private Proposal.Answer timeout(AuditedJob job) {
        YamlScalar key = job.job().settings().key("runs-on");
        YamlMapping mapping = job.job().settings().mapping();
        if (key == null || mapping == null) {
            return Proposal.Answer.no("the job has no runs-on");
        }
        Edit edit;
        int line = key.place().line();
        if (mapping.flow()) {
            edit = Edit.insert(lines.offset(key.place()), TIMEOUT + ": " + MINUTES + ", ");
        } else if (lines.isFirst(key.place())) {
            int indent = lines.indent(line);
            boolean single = line < lines.count() && !lines.isBlank(line + 1) && lines.indent(line + 1) <= indent;
            String text = " ".repeat(indent) + TIMEOUT + ": " + MINUTES;
            edit = lines.insertBefore(single ? line + 1 : line, List.of(text));
        } else {
            return Proposal.Answer.no("runs-on is not on a line of its own");
        }
        return Proposal.Answer.of(
                new Proposal(List.of(edit), "added " + TIMEOUT + ": " + MINUTES, (before, after) -> Plain.map(
                                Plain.map(before, "jobs"), job.job().id())
                        .put(TIMEOUT, Plain.scalar(ScalarType.INTEGER, MINUTES))));
    }

    /** In the quotes that the line has already. */
    private Proposal.Answer quote(Diagnostic finding) {
        int start = lines.offset(finding.place());
        String line = lines.line(finding.place().line());
        String quote = line.indexOf('\'') >= 0 && line.indexOf('"') < 0 ? "'" : "\"";
        int end = start + finding.place().length();
        List<Edit> edits = List.of(Edit.insert(start, quote), Edit.insert(end, quote));
        String number = line.substring(
                start - lines.start(finding.place().line()),
                end - lines.start(finding.place().line()));
        Map<String, String> change =
                Map.of(Plain.scalar(ScalarType.FLOAT, number), Plain.scalar(ScalarType.STRING, number));
        return Proposal.Answer.of(new Proposal(
                edits,
                "quoted " + number,
                (before, after) -> Plain.adopt(before, after, (old, now) -> now.equals(change.get(old)))));
    }
}
