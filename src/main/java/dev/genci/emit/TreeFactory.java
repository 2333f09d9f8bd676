package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.emit.WorkflowTree.JobTree;
import dev.genci.emit.WorkflowTree.StepTree;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.Pipeline;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the tree of a workflow; what a forge does not know is no longer in the pipeline. */
public final class TreeFactory {
    /**
     * Aliases in a file. SnakeYAML, and so some scanners, takes no more than 50 by default; the npm package {@code yaml},
     * and so some bots that raise pins, no more than 100 of one anchor.
     */
    private static final int MOST_ALIASES = 50;

    private final Pipeline pipeline;
    private final StepWriter writer;
    /** By the very list of the pipeline, which many jobs share. */
    private final IdentityHashMap<List<Step>, List<StepTree>> trees = new IdentityHashMap<>();

    /** By what they say: lists that the pipeline made apart may be equal. */
    private final Map<Value, List<StepTree>> distinct = new HashMap<>();

    private TreeFactory(Pipeline pipeline, Pins pins, Actions actions) {
        this.pipeline = pipeline;
        this.writer = new StepWriter(pins, actions);
    }

    /**
     * The tree.
     *
     * @param permissions whether the workflow itself says that it has none
     */
    public static WorkflowTree tree(Pipeline pipeline, Pins pins, Actions actions, boolean permissions) {
        return new TreeFactory(pipeline, pins, actions).tree(permissions);
    }

    private WorkflowTree tree(boolean permissions) {
        Value.Fields top =
                Value.fields().with("name", Value.of(pipeline.name())).with("on", pipeline.triggers());
        if (permissions) {
            top = top.with("permissions", Value.fields());
        }
        if (pipeline.concurrency() != null) {
            top = top.with("concurrency", pipeline.concurrency());
        }
        if (!pipeline.env().isEmpty()) {
            top = top.with("env", pipeline.env());
        }
        List<JobTree> jobs = jobs();
        Map<String, String> comments = pipeline.cancelsSuperseded()
                ? Map.of(
                        "concurrency",
                        "A newer push to a pull request cancels the run of the older one; other runs finish.")
                : Map.of();
        return new WorkflowTree(top, comments, jobs);
    }

    /** The jobs; those whose steps are the same share them. */
    private List<JobTree> jobs() {
        List<List<StepTree>> steps = pipeline.jobs().stream().map(this::steps).toList();
        BitSet aliases = aliases(steps);
        IdentityHashMap<List<StepTree>, String> anchors = anchors(steps, aliases);
        Set<List<StepTree>> written = Collections.newSetFromMap(new IdentityHashMap<>());
        List<JobTree> jobs = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Job job = pipeline.jobs().get(i);
            List<StepTree> own = steps.get(i);
            // The anchor stands at the first of them; a copy that is written out has none.
            String anchor = written.add(own) || aliases.get(i) ? anchors.get(own) : null;
            jobs.add(new JobTree(job.id(), job.comments(), fields(job), anchor, aliases.get(i), own));
        }
        return jobs;
    }

    /** The positions of the jobs that take the steps of an earlier one, as far as readers follow. */
    private static BitSet aliases(List<List<StepTree>> steps) {
        Set<List<StepTree>> written = Collections.newSetFromMap(new IdentityHashMap<>());
        BitSet aliases = new BitSet();
        for (int i = 0; i < steps.size() && aliases.cardinality() < MOST_ALIASES; i++) {
            aliases.set(i, !written.add(steps.get(i)));
        }
        return aliases;
    }

    /** The steps of a job: for equal ones the same list. */
    private List<StepTree> steps(Job job) {
        return trees.computeIfAbsent(job.steps(), steps -> {
            List<StepTree> own = new ArrayList<>();
            steps.forEach(step -> own.addAll(writer.write(step)));
            return distinct.computeIfAbsent(WorkflowTree.values(own), values -> own);
        });
    }

    /** The anchor of every list of steps for which an alias stands. */
    private IdentityHashMap<List<StepTree>, String> anchors(List<List<StepTree>> steps, BitSet aliases) {
        IdentityHashMap<List<StepTree>, String> anchors = new IdentityHashMap<>();
        aliases.stream().forEach(i -> anchors.put(steps.get(i), ""));
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            List<StepTree> own = steps.get(i);
            if ("".equals(anchors.get(own))) {
                String name = kind(pipeline.jobs().get(i).steps());
                int number = numbers.merge(name, 1, Integer::sum);
                anchors.put(own, number == 1 ? name : name + "-" + number);
            }
        }
        return anchors;
    }

    private static String kind(List<Step> steps) {
        if (steps.stream().anyMatch(step -> step instanceof Step.Decide)) {
            return "verdict";
        }
        return steps.stream().anyMatch(step -> step instanceof Step.RunNox) ? "nox" : "command";
    }

    private static Value.Fields fields(Job job) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("name", job.name());
        String condition = Expressions.condition(job.condition());
        if (condition != null) {
            fields.put("if", Value.of(condition));
        }
        if (!job.needs().isEmpty()) {
            fields.put("needs", Value.texts(job.needed()));
        }
        fields.putAll(job.fields().fields());
        fields.computeIfPresent("strategy", (key, strategy) -> ((Value.Fields) strategy).with("matrix", matrix(job)));
        return new Value.Fields(fields);
    }

    private static Value.Fields matrix(Job job) {
        Map<String, Value> matrix = new LinkedHashMap<>();
        if (job.matrix() instanceof Matrix.Axes axes) {
            axes.axes().forEach((name, values) -> matrix.put(name, new Value.Items(values)));
        } else if (job.matrix() instanceof Matrix.Rows rows) {
            List<Value> include = new ArrayList<>();
            rows.rows().forEach(row -> include.add(new Value.Fields(row)));
            matrix.put("include", new Value.Items(include));
        }
        return new Value.Fields(matrix);
    }
}
