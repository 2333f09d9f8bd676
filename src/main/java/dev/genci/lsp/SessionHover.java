package dev.genci.lsp;

import dev.genci.analysis.Analysis;
import dev.genci.data.Value;
import dev.genci.emit.EmittedFile;
import dev.genci.lower.Lowering;
import dev.genci.manifest.Entry;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import dev.genci.plan.Durations;
import dev.genci.plan.Plan;
import dev.genci.plan.PlannedJob;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Step;
import dev.genci.workflow.Workflow;
import dev.genci.workflow.WorkflowReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What gen-ci makes of an entry of a manifest without errors: its jobs, their rows and their cache keys, as Markdown.
 *
 * @param analyses those of all workflows
 * @param files all workflows as they would be written
 */
record SessionHover(List<Analysis> analyses, List<EmittedFile> files) {
    /** Rows that are shown by name; more would not fit into a window. */
    private static final int MOST_ROWS = 20;

    private static final String CACHE = "actions/cache";

    /** Of the entry of a name; targets that have the same are told together. */
    String of(String name) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (Analysis analysis : analyses) {
            Entry entry = analysis.manifest().named(name);
            if (entry != null && entry.inCi()) {
                for (TargetSettings target : analysis.manifest().targets()) {
                    for (String job : jobs(analysis, entry, target)) {
                        files.computeIfAbsent(job, key -> new ArrayList<>())
                                .add("`" + target.file().value() + "`");
                    }
                }
            }
        }
        StringBuilder text = new StringBuilder();
        files.forEach((job, where) -> text.append("\n\n")
                .append(String.join(", ", where))
                .append(": ")
                .append(job));
        return text.toString();
    }

    private List<String> jobs(Analysis analysis, Entry entry, TargetSettings target) {
        Pipeline pipeline = Lowering.lower(analysis, target, Plan.selfCheck(analysis, target))
                .value();
        if (pipeline == null) {
            return List.of();
        }
        Plan plan = Plan.of(analysis, target, pipeline, new Durations(Map.of()));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < plan.jobs().size(); i++) {
            PlannedJob job = plan.jobs().get(i);
            boolean whole =
                    !(entry instanceof Work) && isOf(entry, pipeline.jobs().get(i));
            List<String> rows = job.rows().stream()
                    .filter(row -> whole || entry.name().equals(row.entry()))
                    .map(PlannedJob.Row::name)
                    .toList();
            if (whole || !rows.isEmpty()) {
                String work = job.work().isEmpty() ? "" : " " + job.work();
                texts.add("job `" + job.id() + "`" + work + list(rows) + keys(target, job.id()));
            }
        }
        return texts;
    }

    /** Whether a job is that of a meta-session, or one that the manifest writes. */
    private static boolean isOf(Entry entry, Job job) {
        String title = entry.title() == null ? entry.name() : entry.title().value();
        return job.id().equals(entry.name()) || job.name().equals(Value.of(title));
    }

    private static String list(List<String> rows) {
        StringBuilder text = new StringBuilder();
        rows.stream().limit(MOST_ROWS).forEach(row -> text.append("\n- ").append(row));
        return rows.size() <= MOST_ROWS ? text.toString() : text + "\n- and " + (rows.size() - MOST_ROWS) + " more";
    }

    private String keys(TargetSettings target, String job) {
        Set<String> keys = new LinkedHashSet<>();
        for (EmittedFile file : files) {
            Workflow workflow = file.path().equals(target.file().value())
                    ? WorkflowReader.read(new SourceFile(file.path(), file.text()))
                            .value()
                    : null;
            if (workflow != null) {
                workflow.jobs().stream()
                        .filter(each -> each.id().equals(job))
                        .flatMap(each -> each.steps().stream())
                        .filter(SessionHover::isCache)
                        .forEach(step -> keys.add(step.settings().in("with").text("key")));
            }
        }
        StringBuilder text = new StringBuilder();
        keys.forEach(key -> text.append("\n\n```yaml\nkey: ").append(key).append("\n```"));
        return text.toString();
    }

    /** Steps that save a cache read its key from those that restored it. */
    private static boolean isCache(Step step) {
        return step.uses() != null
                && step.uses().repository().equals(CACHE)
                && !step.uses().address().endsWith("/save");
    }
}
