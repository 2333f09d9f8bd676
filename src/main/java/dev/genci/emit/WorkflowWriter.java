package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.emit.StepTexts.StepText;
import dev.genci.forge.Forge;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes workflows, by the templates. What a forge does not know is no longer in the pipeline. */
public final class WorkflowWriter {
    /**
     * Aliases in a file. SnakeYAML, and so some scanners, takes no more than 50 by default; the npm package {@code yaml},
     * and so some bots that raise pins, no more than 100 of one anchor.
     */
    private static final int MOST_ALIASES = 50;

    private final Templates templates;

    /** Prepares the templates. */
    public WorkflowWriter() {
        this(TemplateFiles.PACKED);
    }

    /** Prepares other templates. */
    public WorkflowWriter(TemplateFiles files) {
        templates = new Templates(files);
    }

    /**
     * Writes a workflow.
     *
     * @param pipeline without what the forge does not know
     * @param permissions whether the workflow itself says that it has none
     * @param manifest from which it is made, relative to the base folder
     * @param command what writes it again
     */
    public WrittenWorkflow write(
            Pipeline pipeline, Pins pins, Forge forge, boolean permissions, String manifest, String command) {
        StepTexts texts = new StepTexts(templates, new Uses(pins, forge));
        List<StepText> steps =
                pipeline.jobs().stream().map(job -> texts.of(job.steps())).toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put("manifest", YamlText.comment(manifest));
        facts.put("command", YamlText.comment(command));
        facts.put("name", behind("name", Value.of(pipeline.name())));
        facts.put("triggers", YamlText.OF_FILE.block(pipeline.triggers(), 2));
        facts.put("permissions", permissions ? section("permissions", Value.fields()) : null);
        facts.put("cancelsSuperseded", pipeline.cancelsSuperseded());
        facts.put("concurrency", section("concurrency", pipeline.concurrency()));
        facts.put("env", pipeline.env().isEmpty() ? null : section("env", pipeline.env()));
        facts.put("jobs", jobs(pipeline.jobs(), steps));
        String text = templates.text(templates.get("workflow"), facts);
        return new WrittenWorkflow(text, steps.stream().map(StepText::claims).toList());
    }

    /** A section of the top level: never on one line, unless it is empty or a single word. */
    private static @Nullable String section(String key, @Nullable Value value) {
        boolean block = value instanceof Value.Fields fields && !fields.isEmpty();
        return value == null ? null : block ? "\n" + YamlText.OF_FILE.block(value, 2) : behind(key, value);
    }

    private static String behind(String key, Value value) {
        return YamlText.OF_FILE.after(value, 0, key.length() + 1);
    }

    /** The jobs; those whose steps are the same share them. */
    private List<String> jobs(List<Job> pipeline, List<StepText> steps) {
        BitSet aliases = aliases(steps);
        IdentityHashMap<StepText, String> anchors = anchors(steps, aliases);
        Set<StepText> written = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> jobs = new ArrayList<>();
        Templates.Form form = templates.get("job");
        for (int i = 0; i < steps.size(); i++) {
            Job job = pipeline.get(i);
            StepText own = steps.get(i);
            Map<String, Object> facts = JobFacts.of(job, i == steps.size() - 1);
            boolean first = written.add(own);
            if (aliases.get(i)) {
                facts.put("alias", anchors.get(own));
            } else {
                // The anchor stands at the first of them; a copy that is written out has none.
                facts.put("anchor", first ? anchors.get(own) : null);
                facts.put("steps", own.text());
            }
            jobs.add(templates.text(form, facts));
        }
        return jobs;
    }

    /** The positions of the jobs that take the steps of an earlier one, as far as readers follow. */
    private static BitSet aliases(List<StepText> steps) {
        Set<StepText> written = Collections.newSetFromMap(new IdentityHashMap<>());
        BitSet aliases = new BitSet();
        for (int i = 0; i < steps.size() && aliases.cardinality() < MOST_ALIASES; i++) {
            aliases.set(i, !written.add(steps.get(i)));
        }
        return aliases;
    }

    /** The anchor of every list of steps for which an alias stands. */
    private static IdentityHashMap<StepText, String> anchors(List<StepText> steps, BitSet aliases) {
        IdentityHashMap<StepText, String> anchors = new IdentityHashMap<>();
        aliases.stream().forEach(i -> anchors.put(steps.get(i), ""));
        Map<String, Integer> numbers = new HashMap<>();
        for (StepText own : steps) {
            if ("".equals(anchors.get(own))) {
                int number = numbers.merge(own.anchor(), 1, Integer::sum);
                anchors.put(own, number == 1 ? own.anchor() : own.anchor() + "-" + number);
            }
        }
        return anchors;
    }
}
