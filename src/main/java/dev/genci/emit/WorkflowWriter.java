package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.forge.Forge;
import dev.genci.pipeline.Concurrency;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes workflows by the templates. What a forge does not support is no longer in the pipeline. */
public final class WorkflowWriter {
    private final Templates templates;

    /** Prepares the templates, which are parsed once in a process. */
    public WorkflowWriter() {
        this(Templates.PACKED);
    }

    /** Prepares other templates. */
    public WorkflowWriter(TemplateFiles files) {
        this(new Templates(files));
    }

    private WorkflowWriter(Templates templates) {
        this.templates = templates;
    }

    /**
     * Writes a workflow.
     *
     * @param pipeline without what the forge does not know
     * @param anchors whether jobs may share steps by anchors
     * @param manifest from which it is made, relative to the base folder
     * @param command what writes it again
     */
    public WrittenWorkflow write(
            Pipeline pipeline, Pins pins, Forge forge, boolean anchors, String manifest, String command) {
        Uses uses = new Uses(pins, forge);
        StepTexts texts = new StepTexts(templates, uses);
        List<StepList> lists = pipeline.steps().stream().map(texts::of).toList();
        List<StepList> steps =
                pipeline.jobs().stream().map(job -> lists.get(job.steps())).toList();
        List<List<StepClaim>> claims = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            claims.add(claims(pipeline.jobs().get(i), steps.get(i), uses));
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("manifest", YamlText.comment(manifest));
        facts.put("command", YamlText.comment(command));
        facts.put("name", behind("name", Value.of(pipeline.name())));
        facts.put("runName", pipeline.runName() == null ? null : behind("run-name", pipeline.runName()));
        facts.put("triggers", section("on", pipeline.on()));
        Value permissions = pipeline.permissions();
        facts.put("permissions", permissions == null ? null : behind("permissions", permissions));
        concurrency(facts, pipeline.concurrency());
        facts.put("env", pipeline.env().isEmpty() ? null : section("env", pipeline.env()));
        facts.put("jobs", jobs(pipeline, steps, new Anchors(new StepSharing(steps, anchors)), uses));
        String text = templates.text(templates.get("workflow"), facts);
        return new WrittenWorkflow(text, claims);
    }

    private static List<StepClaim> claims(Job job, StepList steps, Uses uses) {
        String workflow = job.uses();
        return workflow == null ? steps.claims() : List.of(StepClaim.ofUses(uses.value(workflow)));
    }

    private static void concurrency(Map<String, Object> facts, @Nullable Concurrency concurrency) {
        if (concurrency != null) {
            facts.put("cancelsSuperseded", concurrency.reason() == Concurrency.Reason.CANCELS_SUPERSEDED);
            facts.put("keepsRuns", concurrency.reason() == Concurrency.Reason.KEEPS_RUNS);
            facts.put("concurrency", section("concurrency", concurrency.value()));
        }
    }

    /** A section of the top level: a mapping is never on one line, unless it is empty. */
    private static String section(String key, Value value) {
        boolean block = value instanceof Value.Fields fields && !fields.isEmpty();
        return block ? "\n" + YamlText.OF_FILE.block(value, 2) : behind(key, value);
    }

    private static String behind(String key, Value value) {
        return YamlText.OF_FILE.after(value, 0, key.length() + 1);
    }

    /** The jobs; those that have the same steps share them. */
    private List<String> jobs(Pipeline pipeline, List<StepList> steps, Anchors anchors, Uses uses) {
        List<String> jobs = new ArrayList<>();
        Templates.Form form = templates.get("job");
        int finalJob = pipeline.finalJob();
        for (int i = 0; i < steps.size(); i++) {
            Job job = pipeline.jobs().get(i);
            Map<String, Object> facts = JobFacts.of(job, i == finalJob);
            facts.put("required", pipeline.ofBranches());
            String workflow = job.uses();
            if (workflow == null) {
                facts.putAll(anchors.facts(i, steps.get(i)));
            } else {
                facts.put("uses", uses.text(workflow));
            }
            jobs.add(templates.text(form, facts));
        }
        return jobs;
    }
}
