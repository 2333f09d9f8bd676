package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.noxfile.NoxListing;
import dev.genci.workflow.Job;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Workflow;
import dev.genci.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what the jobs of a workflow do with nox. */
record JobAudit(Library library, @Nullable NoxListing listing) {
    /** Workflows that call workflows, as GitHub allows. */
    static final int DEEPEST = 4;

    /** All jobs. */
    AuditedWorkflow of(Workflow workflow) {
        return of(
                workflow,
                Inputs.open(workflow.settings().in("on").in("workflow_call").in("inputs")),
                new Budget());
    }

    /** The same with inputs that a caller gives. */
    AuditedWorkflow of(Workflow workflow, Content inputs, Budget budget) {
        return new AuditedWorkflow(
                workflow,
                workflow.jobs().stream()
                        .map(job -> job(workflow, job, inputs, budget))
                        .toList(),
                library);
    }

    private AuditedJob job(Workflow workflow, Job job, Content inputs, Budget budget) {
        MatrixRows rows = MatrixRows.of(job.settings());
        Found found = new Found(budget);
        rows(workflow, job, inputs, rows, found, 0);
        YamlScalar called = job.settings().scalar("uses");
        List<NoxRun> runs = List.copyOf(found.runs());
        boolean nox = runs.stream().anyMatch(run -> !run.lists());
        if (rows.unknown() != null && nox) {
            found.note(Diagnostic.of(
                    RuleId.UNKNOWN_ROWS,
                    rows.unknown().place(),
                    "only a run knows the rows of \"" + job.id() + "\", so sessions may be missing from this report"));
        }
        if (found.isCut()) {
            found.note(Diagnostic.of(
                    RuleId.LIMITS, job.place(), "the job \"" + job.id() + "\" is too large to be read to its end"));
        }
        return new AuditedJob(
                job,
                called != null,
                rows,
                runs,
                runs.stream().map(run -> Selection.of(run, listing)).toList(),
                found.caches(),
                List.copyOf(found.notes()));
    }

    private void rows(Workflow workflow, Job job, Content inputs, MatrixRows rows, Found found, int depth) {
        boolean known = rows.unknown() == null;
        for (int row = 0; row < rows.rows().size() && found.spend(); row++) {
            Map<String, Content> contexts = new LinkedHashMap<>();
            contexts.put("matrix", new Content.Context(rows.rows().get(row), known));
            contexts.put("inputs", inputs);
            Environment environment =
                    new Environment(contexts).with(workflow.settings()).with(job.settings());
            YamlScalar called = job.settings().scalar("uses");
            if (called == null) {
                new Walk(library, found, defaults(workflow, job), row).job(job.steps(), environment);
            } else {
                call(job, called, environment, found, depth);
            }
        }
    }

    private static Settings defaults(Workflow workflow, Job job) {
        Settings own = job.settings().in("defaults").in("run");
        return own.names().isEmpty() ? workflow.settings().in("defaults").in("run") : own;
    }

    private void call(Job job, YamlScalar called, Environment environment, Found found, int depth) {
        boolean local = Paths.isOfRepository(called.text());
        Workflow callee = local ? library.workflow(Paths.normal(called.text())) : null;
        if (callee == null || depth >= DEEPEST) {
            found.note(Diagnostic.of(
                    RuleId.OUT_OF_REACH,
                    called.place(),
                    "the workflow " + called.text() + " cannot be read, so what it runs is not known"));
            return;
        }
        Content inputs = Inputs.of(
                callee.settings().in("on").in("workflow_call").in("inputs"),
                job.settings().in("with"),
                environment.scope());
        for (Job inner : callee.jobs()) {
            rows(callee, inner, inputs, MatrixRows.of(inner.settings()), found, depth + 1);
        }
    }
}
