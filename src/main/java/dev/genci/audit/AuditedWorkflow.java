package dev.genci.audit;

import dev.genci.workflow.Workflow;
import java.util.List;

/**
 * A workflow, and what its jobs do with nox.
 *
 * @param library what it uses
 */
record AuditedWorkflow(Workflow workflow, List<AuditedJob> jobs, Library library) {
    /** Copies the jobs. */
    AuditedWorkflow {
        jobs = List.copyOf(jobs);
    }

    /** The jobs whose own steps run sessions. */
    List<AuditedJob> noxJobs() {
        return jobs.stream().filter(AuditedJob::runsNox).toList();
    }
}
