package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;
import dev.genci.manifest.TextUse.Kind;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the texts with expressions in a part of a manifest. The tables of keys define the kind of each text. */
final class ExpressionTexts {
    private final Set<YamlNode> rejected;
    private final List<ExpressionText> found = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private @Nullable String target;
    private @Nullable List<String> stepsBefore;

    private ExpressionTexts(Set<YamlNode> rejected) {
        this.rejected = rejected;
    }

    /** Those of the whole manifest as a workflow sees it, without its sessions and jobs. */
    static List<ExpressionText> ofTop(WorkflowView view, Set<YamlNode> rejected) {
        ExpressionTexts texts = new ExpressionTexts(rejected);
        for (TopKey key : TopKey.values()) {
            YamlNode value = view.root().get(key.key());
            if (key == TopKey.NOX) {
                texts.topOfNox(value);
            } else {
                texts.find(value, key.texts());
            }
        }
        texts.find(view.targets(), TopKey.TARGETS.texts());
        return texts.found;
    }

    /** Those of a session, with its defaults. */
    static List<ExpressionText> ofSession(YamlMapping session, EntryKind kind, Set<YamlNode> rejected) {
        ExpressionTexts texts = new ExpressionTexts(rejected);
        // In this order, in which steps run, not in that of the manifest.
        for (SessionKey key : SessionKey.values()) {
            if (key == SessionKey.CALLS) {
                texts.variablesOfNox(session.get(SessionKey.NOX.key()));
            }
            YamlNode value = key.texts().kind() == Kind.FREE ? null : session.get(key.key());
            if (value != null && key.isTakenBy(kind)) {
                ExpressionPlace place = key.texts().place();
                // Inputs of a step that gen-ci writes: the steps before it are those of the keys before.
                texts.stepsBefore = place != null && place.isInStep() ? List.copyOf(texts.ids) : null;
                texts.find(value, key.texts());
            }
        }
        return List.copyOf(texts.found);
    }

    /** Those of a job that the manifest writes. */
    static List<ExpressionText> ofJob(YamlMapping job, Set<YamlNode> rejected) {
        ExpressionTexts texts = new ExpressionTexts(rejected);
        for (JobKey key : JobKey.values()) {
            texts.find(job.get(key.key()), key.texts());
        }
        return List.copyOf(texts.found);
    }

    private void find(@Nullable YamlNode node, TextUse use) {
        if (node == null || rejected.contains(node)) {
            return;
        }
        switch (use.kind()) {
            case FREE -> {}
            case STEPS -> steps(node);
            case CALLS -> calls(node);
            case ROWS -> rows(node);
            case ARTIFACTS -> artifacts(node);
            case FINAL_JOB -> finalJob(node);
            case TRIGGERS -> triggers(node);
            case TARGETS -> targets(node);
            case NOX -> nox(node);
            default ->
                scalars(node, use, use.place() == null ? List.of() : use.place().path(), null);
        }
    }

    private void rows(YamlNode items) {
        for (YamlNode item : items instanceof YamlSequence list ? list.items() : List.<YamlNode>of()) {
            if (item instanceof YamlMapping mapping && !rejected.contains(item)) {
                mapping.entries().forEach((name, entry) -> {
                    SessionKey key = SessionKey.of(name);
                    find(entry.value(), key == null ? TextUse.PLAIN : key.texts());
                });
            }
        }
    }

    private void steps(YamlNode steps) {
        if (!(steps instanceof YamlScalar)) {
            for (YamlNode step : StepSpec.flattened(steps).toList()) {
                if (step instanceof YamlMapping mapping && !rejected.contains(step)) {
                    stepsBefore = List.copyOf(ids);
                    mapping.entries().forEach((name, entry) -> {
                        StepKey key = StepKey.of(name);
                        if (key != null) {
                            find(entry.value(), key.texts());
                        }
                    });
                    if (mapping.get(StepKey.ID.key()) instanceof YamlScalar id) {
                        ids.add(id.text());
                    }
                }
            }
            stepsBefore = null;
        }
    }

    private void calls(YamlNode calls) {
        for (YamlNode item : StepSpec.flattened(calls).toList()) {
            if (item instanceof YamlMapping call && CallKey.isCall(call) && !rejected.contains(item)) {
                stepsBefore = List.copyOf(ids);
                call.entries().forEach((name, entry) -> find(entry.value(), CallKey.texts(name)));
                stepsBefore = null;
            } else {
                find(item, item instanceof YamlMapping ? TextUse.STEPS : TextUse.PLAIN);
            }
        }
    }

    private void artifacts(YamlNode artifacts) {
        if (artifacts instanceof YamlMapping mapping) {
            find(mapping.get("download"), TextUse.PLAIN);
            YamlNode uploads = mapping.get("upload");
            stepsBefore = List.copyOf(ids);
            for (YamlNode upload : uploads instanceof YamlSequence list ? list.items() : List.of(artifacts)) {
                YamlNode one = uploads instanceof YamlSequence ? upload : uploads;
                if (one instanceof YamlMapping fields && !rejected.contains(fields)) {
                    fields.entries().forEach((key, entry) -> find(entry.value(), UploadKey.texts(key)));
                }
            }
            stepsBefore = null;
        }
    }

    /** What runs before nox does; its variables are read when the steps before it have run. */
    private void nox(YamlNode nox) {
        if (nox instanceof YamlMapping fields) {
            find(fields.get(NoxKey.COMMAND.key()), NoxKey.COMMAND.texts());
            find(fields.get(NoxKey.SETUP.key()), NoxKey.SETUP.texts());
        }
    }

    private void variablesOfNox(@Nullable YamlNode nox) {
        if (nox instanceof YamlMapping fields) {
            stepsBefore = List.copyOf(ids);
            find(fields.get(NoxKey.ENV.key()), NoxKey.ENV.texts());
            stepsBefore = null;
        }
    }

    /** The texts that no session has. */
    private void topOfNox(@Nullable YamlNode nox) {
        if (nox instanceof YamlMapping fields && !rejected.contains(nox)) {
            fields.entries().forEach((name, entry) -> {
                if (!NoxKey.has(name)) {
                    find(entry.value(), TextUse.PLAIN);
                }
            });
        }
    }

    /** What a called workflow puts out is read by its caller, when its jobs have ended. */
    private void triggers(YamlNode triggers) {
        YamlNode outputs =
                triggers instanceof YamlMapping events && events.get("workflow_call") instanceof YamlMapping call
                        ? call.get("outputs")
                        : null;
        scalars(triggers, TextUse.PLAIN, List.of(), outputs);
        if (outputs instanceof YamlMapping names && !rejected.contains(outputs)) {
            names.entries().forEach((name, output) -> {
                if (output.value() instanceof YamlMapping fields && !rejected.contains(fields)) {
                    fields.entries()
                            .forEach((key, entry) -> find(
                                    entry.value(),
                                    key.equals("value") ? TextUse.data(ExpressionPlace.CALL_OUTPUT) : TextUse.PLAIN));
                }
            });
        }
    }

    private void finalJob(YamlNode job) {
        if (job instanceof YamlMapping fields) {
            for (FinalJobKey key : FinalJobKey.values()) {
                find(fields.get(key.key()), key.texts());
            }
        } else {
            find(job, FinalJobKey.NAME.texts());
        }
    }

    private void targets(YamlNode targets) {
        if (!(targets instanceof YamlMapping forges)) {
            return;
        }
        forges.entries().forEach((id, forge) -> {
            target = id;
            if (forge.value() instanceof YamlMapping target && !rejected.contains(target)) {
                for (TargetKey key : TargetKey.values()) {
                    find(target.get(key.key()), key.texts());
                }
            } else {
                find(forge.value(), TargetKey.FILE.texts());
            }
            target = null;
        });
    }

    /**
     * @param path of the node in the workflow
     * @param other what is inside and is no such text
     */
    private void scalars(YamlNode node, TextUse use, List<String> path, @Nullable YamlNode other) {
        if (node == other || rejected.contains(node)) {
            return;
        }
        if (node instanceof YamlScalar scalar) {
            if (use.kind() == Kind.CONDITION || scalar.text().contains("${{")) {
                found.add(new ExpressionText(
                        new Located<>(scalar.text(), scalar.place()),
                        use.kind(),
                        use.place() == null ? null : ExpressionPlace.around(path),
                        target,
                        stepsBefore));
            }
        } else if (node instanceof YamlSequence list) {
            list.items().forEach(item -> scalars(item, use, path, other));
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                List<String> inside = new ArrayList<>(path);
                inside.add(key);
                scalars(entry.value(), use, inside, other);
            });
        }
    }
}
