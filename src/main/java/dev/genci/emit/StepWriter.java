package dev.genci.emit;

import dev.genci.data.Pin;
import dev.genci.data.StepIds;
import dev.genci.data.Value;
import dev.genci.emit.WorkflowTree.StepTree;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes steps: their names, actions and scripts. Scripts are plain {@code sh} and hold no expression. */
final class StepWriter {
    private final Pins pins;
    private final Actions actions;

    StepWriter(Pins pins, Actions actions) {
        this.pins = pins;
        this.actions = actions;
    }

    /** The steps of a workflow for one step of the pipeline. */
    List<StepTree> write(Step step) {
        if (step instanceof Step.CheckOut) {
            return List.of(uses("Check out", null, "actions/checkout")
                    .with("with", Value.fields().with("persist-credentials", Value.of(false)))
                    .tree());
        }
        if (step instanceof Step.SetUpPython setUp) {
            return List.of(PythonSteps.write(setUp, this));
        }
        if (step instanceof Step.SetUpOtherPython setUp) {
            return List.of(PythonSteps.write(setUp, this));
        }
        if (step instanceof Step.Describe describe) {
            return List.of(CacheSteps.describe(describe, this));
        }
        if (step instanceof Step.RestoreCache restore) {
            return List.of(CacheSteps.restore(restore, this));
        }
        if (step instanceof Step.SaveCache save) {
            return List.of(CacheSteps.save(save, this));
        }
        if (step instanceof Step.InstallNox install) {
            ScriptWords packages = new ScriptWords("NOX_PACKAGE_");
            String script = NoxScripts.install(install, packages);
            return List.of(run("Install nox", null, script, install.bash())
                    .env(packages)
                    .tree());
        }
        if (step instanceof Step.RunNox nox) {
            ScriptWords arguments = new ScriptWords("NOX_ARGUMENT_");
            String script = NoxScripts.run(nox, arguments);
            Draft draft = run("Run nox", nox.tolerated() ? StepIds.SESSION : null, script, nox.bash())
                    .env(arguments);
            return List.of(tolerate(draft, nox.tolerated(), nox.timeout()));
        }
        if (step instanceof Step.RunCommand command) {
            Draft draft = run(
                    "Run the command", command.tolerated() ? StepIds.SESSION : null, command.script(), command.bash());
            return List.of(tolerate(draft, command.tolerated(), command.timeout()));
        }
        if (step instanceof Step.Warn warn) {
            return List.of(warn(warn));
        }
        return List.of(
                step instanceof Step.Custom custom
                        ? custom(custom.fields())
                        : VerdictSteps.write(((Step.Decide) step).verdict(), this));
    }

    private static StepTree tolerate(Draft draft, boolean tolerated, @Nullable Integer timeout) {
        if (tolerated) {
            draft.with("continue-on-error", Value.of(true));
        }
        if (timeout != null) {
            draft.comment("Ends before the job does: a job that runs out of time counts as cancelled.");
            draft.with("timeout-minutes", Value.of(timeout));
        }
        return draft.tree();
    }

    private StepTree warn(Step.Warn warn) {
        String script = "echo \"::warning::The session failed, which is allowed.\"";
        return run("Tell of the failure", null, script, warn.bash())
                .condition("steps." + StepIds.SESSION + ".outcome == 'failure'")
                .tree();
    }

    /** A step of the manifest: as it is written, its action pinned. */
    private StepTree custom(Value.Fields fields) {
        if (!(fields.fields().get("uses") instanceof Value.Text uses)
                || uses.text().startsWith("./")
                || uses.text().startsWith("docker://")) {
            return new StepTree(List.of(), fields, null);
        }
        Pin pin = pins.of(uses.text());
        String address = actions.address(uses.text()) + "@" + pin.sha();
        return new StepTree(List.of(), fields.with("uses", Value.of(address)), pin.version());
    }

    /** A step that uses an action. */
    Draft uses(String name, @Nullable String id, String action) {
        Pin pin = pins.of(action);
        Draft draft = new Draft(name, id);
        draft.version = pin.version();
        draft.uses = actions.address(action) + "@" + pin.sha();
        return draft;
    }

    /** A step that runs a script. */
    Draft run(String name, @Nullable String id, String script, boolean bash) {
        Draft draft = new Draft(name, id);
        draft.run = script;
        draft.bash = bash;
        return draft;
    }

    /** A step in the making; its fields come out in the order in which people expect them. */
    static final class Draft {
        private final List<String> comments = new ArrayList<>();
        private final Map<String, Value> start = new LinkedHashMap<>();
        private final Map<String, Value> rest = new LinkedHashMap<>();
        private @Nullable String uses;
        private @Nullable String version;
        private @Nullable String run;
        private boolean bash;

        private Draft(String name, @Nullable String id) {
            start.put("name", Value.of(name));
            if (id != null) {
                start.put("id", Value.of(id));
            }
        }

        Draft comment(String comment) {
            comments.add(comment);
            return this;
        }

        Draft condition(String expression) {
            start.put("if", Value.of(Expressions.braces(expression)));
            return this;
        }

        Draft with(String key, Value value) {
            rest.put(key, value);
            return this;
        }

        Draft env(ScriptWords words) {
            return words.env().isEmpty() ? this : with("env", words.env());
        }

        StepTree tree() {
            Map<String, Value> fields = new LinkedHashMap<>(start);
            if (uses != null) {
                fields.put("uses", Value.of(uses));
            }
            fields.putAll(rest);
            if (run != null) {
                if (bash) {
                    fields.put("shell", Value.of("bash"));
                }
                fields.put("run", Value.of(run));
            }
            return new StepTree(comments, new Value.Fields(fields), version);
        }
    }
}
