package dev.genci.audit;

import dev.genci.noxfile.NoxListing;
import dev.genci.workflow.Workflow;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the jobs of an audited workflow, with those of the workflows that it calls in their place. */
final class NoxJobs {
    /** Workflows that call workflows for each row of a matrix may make millions; nobody writes so many. */
    private static final int MOST = 1_000;

    private static final String BY_DEFAULT = "what the noxfile runs by default";

    private final Library library;
    private final NoxListing listing;
    private final Budget budget = new Budget();
    private final List<NoxJob> jobs = new ArrayList<>();

    /** @param listing the sessions that there are */
    NoxJobs(Library library, NoxListing listing) {
        this.library = library;
        this.listing = listing;
    }

    /** All jobs, each with what it waits for. */
    List<NoxJob> of(AuditedWorkflow audited) {
        add(audited, "", List.of(), 0);
        return jobs;
    }

    /**
     * Adds the jobs of a workflow.
     *
     * @param prefix of the ids
     * @param needs of those that wait for nothing in it
     */
    private void add(AuditedWorkflow audited, String prefix, List<String> needs, int depth) {
        for (AuditedJob job : audited.jobs()) {
            List<String> own = new ArrayList<>();
            job.job().settings().list("needs").forEach(need -> own.add(prefix + need.text()));
            if (own.isEmpty()) {
                own.addAll(needs);
            }
            Workflow called = called(job, depth);
            String id = prefix + job.job().id();
            if (called == null) {
                jobs.add(new NoxJob(id, own, rows(job, id), job.isCached()));
            } else {
                call(job, called, id, own, depth);
            }
        }
    }

    private @Nullable Workflow called(AuditedJob job, int depth) {
        YamlScalar uses = job.job().settings().scalar("uses");
        return uses == null || !Paths.isOfRepository(uses.text()) || depth >= JobAudit.DEEPEST || jobs.size() >= MOST
                ? null
                : library.workflow(Paths.normal(uses.text()));
    }

    /** The jobs of a called workflow, once for each row of the caller; then the caller itself, which ends with them and runs nothing. */
    private void call(AuditedJob caller, Workflow called, String id, List<String> needs, int depth) {
        Set<String> inner = new LinkedHashSet<>();
        List<Map<String, Content>> rows = caller.rows().rows();
        for (Map<String, Content> row : rows) {
            String prefix = name(rows.size() > 1 ? row : Map.of(), id) + " / ";
            Content scope = new Content.Context(Map.of("matrix", new Content.Context(row, false)), false);
            Content inputs = Inputs.of(
                    called.settings().in("on").in("workflow_call").in("inputs"),
                    caller.job().settings().in("with"),
                    scope);
            int before = jobs.size();
            if (before >= MOST) {
                break;
            }
            add(new JobAudit(library, listing).of(called, inputs, budget), prefix, needs, depth + 1);
            jobs.subList(before, jobs.size()).forEach(job -> inner.add(job.id()));
        }
        jobs.add(new NoxJob(id, List.copyOf(inner), List.of(), false));
    }

    /** There may be very many rows and runs, so each run is looked at once. */
    private static List<NoxJob.Row> rows(AuditedJob job, String id) {
        List<NoxJob.Row> all = new ArrayList<>();
        List<List<String>> sessions = new ArrayList<>();
        List<Set<String>> unclear = new ArrayList<>();
        for (int row = 0; row < job.rows().rows().size(); row++) {
            sessions.add(new ArrayList<>());
            unclear.add(new LinkedHashSet<>());
        }
        for (int i = 0; i < job.runs().size(); i++) {
            NoxRun run = job.runs().get(i);
            Selection selection = job.selections().get(i);
            // The runs of a called workflow count its own rows.
            if (!run.lists() && run.row() < sessions.size()) {
                sessions.get(run.row()).addAll(selection.sessions());
                sessions.get(run.row()).addAll(selection.missing());
                unclear.get(run.row()).addAll(selection.unresolved());
                if (selection.byDefault()) {
                    unclear.get(run.row()).add(BY_DEFAULT);
                }
            }
        }
        for (int row = 0; row < sessions.size(); row++) {
            String name = name(job.rows().rows().get(row), id);
            all.add(new NoxJob.Row(name, sessions.get(row), List.copyOf(unclear.get(row))));
        }
        return all;
    }

    private static String name(Map<String, Content> row, String id) {
        List<String> words = new ArrayList<>();
        for (Content value : row.values()) {
            String text = value.text();
            if (text != null) {
                words.add(text);
            }
        }
        return words.isEmpty() ? id : id + " (" + String.join(", ", words) + ")";
    }
}
