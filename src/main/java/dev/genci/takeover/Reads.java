package dev.genci.takeover;

import dev.genci.audit.ReadRun;
import dev.genci.workflow.Job;
import dev.genci.workflow.Step;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of a job that may read its matrix, by what a manifest allows at their places. */
final class Reads {
    /** What is worked out for each row, so that it may differ in an entry. */
    private static final Set<String> BY_ROW =
            Set.of("runs-on", "strategy", "name", "continue-on-error", "timeout-minutes", "steps");

    /** What is no text with expressions in a manifest. */
    private static final Set<String> FIXED = Set.of("shell", "working-directory", "uses");

    /** Those that may read variables, too. */
    final Set<String> inSteps = new LinkedHashSet<>();
    /** Those whose values a row can bring. */
    final Set<String> brought = new LinkedHashSet<>();
    /** Those that may only read names of the row. */
    final Set<String> named = new LinkedHashSet<>();
    /** Those that must be the same in all rows. */
    final Set<String> fixed = new LinkedHashSet<>();
    /** Scripts that call nox: what their sessions get is worked out for each row. */
    final Set<String> calls = new LinkedHashSet<>();
    /** Conditions of steps. */
    final Set<String> conditions = new LinkedHashSet<>();

    /** @param runs of a row */
    Reads(Job job, List<ReadRun> runs) {
        for (String key : job.settings().names()) {
            YamlNode node = job.settings().get(key);
            if (node != null && !BY_ROW.contains(key)) {
                below(node, RowTexts.BROUGHT.contains(key) || key.equals("env") ? brought : named, Set.of());
            }
        }
        for (int i = 0; i < job.steps().size(); i++) {
            int step = i;
            step(job.steps().get(i), (int)
                    runs.stream().filter(run -> run.step() == step).count());
        }
    }

    private void step(Step step, int calls) {
        String action = step.uses() == null ? "" : step.uses().address();
        YamlMapping mapping = step.settings().mapping();
        if (mapping == null) {
            return;
        }
        conditions.add(step.settings().text("if"));
        boolean own = action.startsWith("actions/setup-python") || action.startsWith("actions/cache");
        String script = step.settings().text("run");
        if (action.endsWith("/upload-artifact")) {
            // Each row has an artifact of its own anyway.
            inSteps.add(step.settings().in("with").text("path"));
        } else if (calls > 0 || script.matches("(?s).*\\bnox\\b.*")) {
            this.calls.add(script);
            inSteps.addAll(Parts.of(script, calls).texts());
            below(step.settings().in("env").mapping(), inSteps, Set.of());
        } else if (!own) {
            mapping.entries().forEach((key, entry) -> {
                if (key.equals("run")) {
                    (Script.of(script) == null ? fixed : inSteps).add(script);
                } else if (!key.equals("name") && !key.equals("if")) {
                    below(entry.value(), FIXED.contains(key) ? fixed : inSteps, StepTaker.ofCaches(step));
                }
            });
        }
    }

    private static void below(@Nullable YamlNode node, Set<String> texts, Set<String> without) {
        if (node instanceof YamlScalar scalar && scalar.text().contains("matrix")) {
            texts.add(scalar.text());
        } else if (node instanceof YamlSequence list) {
            list.items().forEach(item -> below(item, texts, without));
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                if (!StepTaker.selects(key) && !without.contains(key)) {
                    below(entry.value(), texts, without);
                }
            });
        }
    }
}
