package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadWorkflow;
import dev.genci.data.Value;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import dev.genci.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes on the jobs of a workflow that run no sessions. */
record PassedJobs(ReadWorkflow workflow, Needs needs, Map<String, Value> pins, String id) {
    private static final List<String> ORDER = List.of(
            "runs-on",
            "timeout-minutes",
            "permissions",
            "strategy",
            "outputs",
            "env",
            "defaults",
            "environment",
            "container",
            "services",
            "concurrency",
            "continue-on-error",
            "with",
            "secrets");

    /** Adds them all, and says which cannot be. */
    void into(ManifestTree tree) {
        for (ReadJob job : workflow.jobs()) {
            String key = needs.passed(job.job().id());
            if (key != null) {
                job(tree, job, key);
            } else if (job.lists()) {
                tree.comment(
                        List.of("sessions"),
                        Checks.where(job.place()) + ": " + job.job().id()
                                + " is not taken over: it lists sessions when CI runs, and here they are listed before.");
            }
        }
    }

    private void job(ManifestTree tree, ReadJob job, String key) {
        Settings settings = job.job().settings();
        StepTaker taker = new StepTaker(pins);
        Value.Fields said = Value.fields();
        String name = settings.text("name");
        if (!name.isEmpty() || !key.equals(job.job().id())) {
            said = said.with("name", Value.of(name.isEmpty() ? job.job().id() : name));
        }
        said = id.isEmpty() ? said : said.with("workflow", Value.of(id));
        List<String> names = needs.of(job);
        said = names.isEmpty() ? said : said.with("needs", Value.texts(names));
        said = settings.text("if").isEmpty() ? said : said.with("if", Value.of(settings.text("if")));
        for (String field : ORDER) {
            YamlNode node = settings.get(field);
            said = node == null ? said : said.with(field, Rewriter.AS_WRITTEN.valueAsWritten(node));
        }
        Value does = settings.has("uses") ? called(job, taker) : steps(job, taker);
        if (does == null || !taker.questions().isEmpty()) {
            List<String> why = new ArrayList<>(taker.questions());
            if (does == null) {
                why.add("It calls " + settings.text("uses")
                        + ", which is no commit. Which one is it? Write it into pins.");
            }
            tree.comment(
                    List.of("sessions"),
                    Checks.where(job.place()) + ": the job " + job.job().id()
                            + " is not taken over, and what needs it does not wait for it. " + String.join(" ", why));
            needs.drop(job.job().id());
            unneed(tree, key);
            return;
        }
        tree.put(List.of("jobs", key), needs.renamed(said.with(settings.has("uses") ? "uses" : "steps", does)));
    }

    private static void unneed(ManifestTree tree, String key) {
        for (String group : List.of("sessions", "jobs")) {
            tree.entries(group).forEach((name, entry) -> {
                if (entry.fields().get("needs") instanceof Value.Items items) {
                    List<Value> left = items.items().stream()
                            .filter(item -> !item.equals(Value.of(key)))
                            .toList();
                    if (left.isEmpty()) {
                        tree.remove(List.of(group, name, "needs"));
                    } else {
                        tree.put(List.of(group, name, "needs"), new Value.Items(left));
                    }
                }
            });
        }
    }

    private static @Nullable Value called(ReadJob job, StepTaker taker) {
        String uses = job.job().settings().text("uses");
        int at = uses.indexOf('@');
        Uses called =
                new Uses(job.place(), at < 0 ? uses : uses.substring(0, at), at < 0 ? "" : uses.substring(at + 1), "");
        String pinned = taker.pinned(called);
        return pinned == null ? null : Value.of(pinned);
    }

    private static Value steps(ReadJob job, StepTaker taker) {
        List<Value> steps = new ArrayList<>();
        for (Step step : job.job().steps()) {
            String condition = step.settings().text("if").strip();
            Value.Fields said = taker.step(step, condition, Rewriter.AS_WRITTEN);
            if (said != null) {
                steps.add(said);
            }
        }
        return new Value.Items(steps);
    }
}
