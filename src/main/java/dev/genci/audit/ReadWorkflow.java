package dev.genci.audit;

import dev.genci.noxfile.NoxListing;
import dev.genci.workflow.Workflow;
import java.util.List;

/** A workflow that people wrote, for who takes it over. */
public record ReadWorkflow(Workflow workflow, List<ReadJob> jobs) {

    /** Copies the jobs. */
    public ReadWorkflow {
        jobs = List.copyOf(jobs);
    }

    /**
     * Those of an audit.
     *
     * @param listing with which it was made
     */
    public static List<ReadWorkflow> of(Audit audit, NoxListing listing) {
        return audit.workflows().stream()
                .map(each -> new ReadWorkflow(
                        each.workflow(),
                        each.jobs().stream()
                                .map(job -> ReadJob.of(job, FinalJobFindings.isFinal(job.job()), listing))
                                .toList()))
                .toList();
    }

    /** Whether a step of a job runs sessions. */
    public boolean runsNox() {
        return jobs.stream().anyMatch(ReadJob::runsNox);
    }
}
