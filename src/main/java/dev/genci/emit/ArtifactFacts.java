package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.pipeline.ArtifactStep;
import dev.genci.pipeline.CheckWorkflows;
import dev.genci.pipeline.FindChanges;
import dev.genci.pipeline.LogStep;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects the templates, and the facts, of the steps that few workflows have: those around artifacts, logs, changes, and the
 * workflows themselves.
 */
final class ArtifactFacts {
    private ArtifactFacts() {}

    static Facts of(Step step) {
        if (step instanceof ArtifactStep.Upload upload) {
            return upload(upload);
        }
        if (step instanceof ArtifactStep.Download download) {
            return new Facts("download-artifact")
                    .form("from", download.from())
                    .flag("mayLack", "continue-on-error", download.mayLack(), Value.of(true))
                    .field("with", "with", download.inputs());
        }
        if (step instanceof ArtifactStep.PutBack back) {
            return StepFacts.shell(new Facts("put-back"), back.bash());
        }
        if (step instanceof LogStep.ShowReport show) {
            Facts facts = new Facts("show-report")
                    .field("mayFail", "continue-on-error", show.mayFail().value());
            return StepFacts.shell(facts, show.bash());
        }
        if (step instanceof LogStep.FindTemporary find) {
            return StepFacts.shell(new Facts("find-temporary"), find.bash());
        }
        if (step instanceof CheckWorkflows check) {
            return checkWorkflows(check);
        }
        return step instanceof LogStep.UploadLog log ? uploadLog(log) : findChanges((FindChanges) step);
    }

    private static Facts upload(ArtifactStep.Upload step) {
        Map<String, Value> with = new LinkedHashMap<>();
        with.put("name", Value.of(step.name()));
        with.putAll(step.inputs().fields());
        String condition = step.condition();
        return new Facts("upload-artifact")
                .form("keepsFolders", step.keepsFolders())
                .field("condition", "if", condition == null ? null : Value.of("${{ " + condition + " }}"))
                .field("with", "with", new Value.Fields(with));
    }

    private static Facts findChanges(FindChanges step) {
        Facts facts = new Facts("find-changes")
                .form("filters", YamlText.OF_STEPS.after(Value.of(step.filters()), 4, "FILTERS:".length()))
                .mention("FILTERS", step.filters());
        return StepFacts.shell(facts, step.bash());
    }

    private static Facts checkWorkflows(CheckWorkflows step) {
        ScriptWords words = new ScriptWords("MANIFEST_");
        List<String> paths = step.manifest().isEmpty() ? List.of() : List.of(step.manifest());
        Facts facts = new Facts("check-workflows")
                .form("uv", step.uv())
                .text("requirement", "run", CheckWorkflows.REQUIREMENT)
                .text("version", CheckWorkflows.VARIABLE, step.version())
                .text("manifest", "run", words.of(paths));
        List<String> variables = new ArrayList<>();
        words.env().fields().forEach((name, value) -> {
            variables.add(YamlText.OF_STEPS.field(name, value, 4));
            facts.mention(name, step.manifest());
        });
        return StepFacts.shell(facts.form("variables", variables), step.bash());
    }

    private static Facts uploadLog(LogStep.UploadLog step) {
        Integer days = step.retentionDays();
        return new Facts("upload-log")
                .form("log", step.log())
                .form("report", step.report())
                .form("always", step.always())
                .form("mayFail", step.mayFail())
                .form("container", step.inContainer())
                .text("name", "name", step.name())
                .text("days", "retention-days", days == null ? null : days.toString());
    }
}
