package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Workflow;
import dev.genci.workflow.WorkflowReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in workflows that people wrote, and what is wrong with them.
 *
 * @param workflows those that could be read
 * @param diagnostics what is wrong or not known, in the order of reading
 * @param unreadable whether a file was no workflow
 */
public record Audit(List<AuditedWorkflow> workflows, List<Diagnostic> diagnostics, boolean unreadable) {

    /**
     * A file and the rest of its repository.
     *
     * @param reach what it may use
     */
    public record Source(SourceFile file, Reach reach) {}

    /** Copies the lists. */
    public Audit {
        workflows = List.copyOf(workflows);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * That of some files. What cannot be read does not keep the rest from being reported.
     *
     * @param listing what nox lists in their project; {@code null} where nobody asked it
     */
    public static Audit of(List<Source> sources, @Nullable NoxListing listing) {
        return of(sources, null, listing);
    }

    /**
     * That of all workflows of a repository: what several have to do with each other is audited, too.
     *
     * @param policies the files that may require checks; {@code null} where there may be other workflows
     */
    public static Audit of(List<Source> sources, @Nullable List<SourceFile> policies, @Nullable NoxListing listing) {
        List<AuditedWorkflow> workflows = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        boolean unreadable = false;
        for (Source source : sources) {
            Outcome<Workflow> read = WorkflowReader.read(source.file());
            diagnostics.addAll(read.diagnostics());
            Workflow workflow = read.value();
            if (workflow == null || workflow.jobs().isEmpty()) {
                unreadable = true;
                if (workflow != null) {
                    diagnostics.add(Diagnostic.of(
                            RuleId.NO_WORKFLOW, Place.start(source.file()), "this is no workflow: it has no jobs"));
                }
                continue;
            }
            Library library = new Library(source.reach());
            AuditedWorkflow audited = new JobAudit(library, listing).of(workflow);
            workflows.add(audited);
            diagnostics.addAll(findings(audited, library, listing));
        }
        diagnostics.addAll(amongWorkflows(workflows, policies, unreadable, listing));
        diagnostics.removeIf(Ignored::is);
        // A file that others use was read for each of them: as many texts, of one name.
        Set<String> seen = new HashSet<>();
        diagnostics.removeIf(each -> !seen.add(each.place().file().name() + ":"
                + each.place().line() + ":" + each.place().column() + each.message()));
        return new Audit(workflows, Diagnostic.sorted(diagnostics), unreadable);
    }

    /**
     * The jobs of each workflow, with those of the workflows that it calls.
     *
     * @param listing the sessions that there are
     */
    public List<List<NoxJob>> jobs(NoxListing listing) {
        return workflows.stream()
                .map(workflow -> new NoxJobs(workflow.library(), listing).of(workflow))
                .toList();
    }

    /** The names of the files, in the same order. */
    public List<String> names() {
        return workflows.stream()
                .map(workflow -> workflow.workflow().file().name())
                .toList();
    }

    /** What several workflows have to do with each other; without the rest of the repository, each alone. */
    private static List<Diagnostic> amongWorkflows(
            List<AuditedWorkflow> workflows,
            @Nullable List<SourceFile> policies,
            boolean unreadable,
            @Nullable NoxListing listing) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, List<AuditedWorkflow>> together = new LinkedHashMap<>();
        for (AuditedWorkflow workflow : workflows) {
            String file = workflow.workflow().file().name();
            String key = policies == null ? file : file.substring(0, file.lastIndexOf('/') + 1);
            together.computeIfAbsent(key, each -> new ArrayList<>()).add(workflow);
        }
        together.values().forEach(each -> found.addAll(new RepeatedTestFindings(each, listing).all()));
        if (policies != null && !unreadable) {
            found.addAll(new CheckFindings(workflows, policies).all());
        }
        return found;
    }

    private static List<Diagnostic> findings(AuditedWorkflow audited, Library library, @Nullable NoxListing listing) {
        Workflow workflow = audited.workflow();
        List<Diagnostic> found = new ArrayList<>(new FinalJobFindings(workflow).all());
        found.addAll(new NoFinalJobFindings(audited).all());
        found.addAll(new PinFindings(workflow).all());
        for (AuditedJob job : audited.jobs()) {
            found.addAll(job.notes());
            found.addAll(new CacheFindings(workflow.settings(), job, library).all());
            found.addAll(new JobFindings(job, listing, library).all());
            found.addAll(new ReferenceFindings(workflow, job).all());
            found.addAll(new ConditionFindings(job).all());
        }
        return found;
    }
}
