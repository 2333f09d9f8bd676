package dev.genci.lower.template;

import dev.genci.data.Value;
import dev.genci.expression.RowReferences;
import dev.genci.lower.row.RowField;
import dev.genci.manifest.StepKey;
import dev.genci.pipeline.ArtifactStep;
import dev.genci.pipeline.LogStep;
import dev.genci.pipeline.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Texts of a job that read its rows.
 *
 * @param value of a field as the manifest calls it: a text with expressions in braces
 */
record RowTexts(UnaryOperator<String> value) {

    /** Adds the fields that parts of a job read to a set. */
    static void addReads(List<Step> steps, List<Value.Fields> parts, Set<RowField> reads) {
        RowTexts finder = new RowTexts(field -> {
            reads.add(RowField.read(field));
            return "";
        });
        steps.forEach(finder::filled);
        parts.forEach(finder::filled);
    }

    Step filled(Step step) {
        if (step instanceof Step.Custom custom) {
            Map<String, Value> fields = new LinkedHashMap<>();
            custom.fields().fields().forEach((key, text) -> fields.put(key, filled(key, text)));
            return new Step.Custom(new Value.Fields(fields));
        }
        if (step instanceof Step.Describe describe && describe.container() != null) {
            return new Step.Describe(
                    describe.interpreter(),
                    describe.file(),
                    describe.refresh(),
                    describe.image(),
                    RowReferences.filled(describe.container(), false, value),
                    describe.session(),
                    describe.force(),
                    describe.shell());
        }
        if (step instanceof Step.CheckOut checkOut) {
            return new Step.CheckOut(filled(checkOut.inputs()));
        }
        if (step instanceof ArtifactStep.Upload upload) {
            String condition = upload.condition();
            return new ArtifactStep.Upload(
                    upload.name().replace(ArtifactSteps.OF_ROW, value.apply(RowField.ARTIFACT)),
                    filled(upload.inputs()),
                    condition == null ? null : RowReferences.filled(condition, true, value));
        }
        if (step instanceof LogStep.UploadLog upload) {
            return upload.called(upload.name().replace(ArtifactSteps.OF_ROW, value.apply(RowField.ARTIFACT)));
        }
        if (step instanceof Step.RunNox nox) {
            return nox.with(filled(nox.env()), filled(nox.arguments()), nox.posargs());
        }
        if (step instanceof Step.CallNox call) {
            String condition = call.condition();
            return new Step.CallNox(
                    call.name(),
                    condition == null ? null : RowReferences.filled(condition, true, value),
                    filled(call.env()),
                    call.options(),
                    call.part(),
                    call.byTag(),
                    call.sessions(),
                    call.inName(),
                    filled(call.arguments()));
        }
        return step;
    }

    private List<String> filled(List<String> arguments) {
        return arguments.stream()
                .map(argument -> RowReferences.filled(argument, false, value))
                .toList();
    }

    private Value filled(String key, Value text) {
        boolean condition = key.equals(StepKey.IF.key());
        return condition && text instanceof Value.Text expression
                ? Value.of(RowReferences.filled(expression.text(), true, value))
                : filled(text);
    }

    Value.Fields filled(Value.Fields fields) {
        return (Value.Fields) filled((Value) fields);
    }

    private Value filled(Value part) {
        if (part instanceof Value.Text text) {
            return text.text().contains("${{") ? Value.of(RowReferences.filled(text.text(), false, value)) : text;
        }
        if (part instanceof Value.Items list) {
            return new Value.Items(list.items().stream().map(this::filled).toList());
        }
        if (part instanceof Value.Fields inner) {
            Map<String, Value> fields = new LinkedHashMap<>();
            inner.fields().forEach((key, text) -> fields.put(key, filled(text)));
            return new Value.Fields(fields);
        }
        return part;
    }
}
