package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of a job's template, with the values of its keys as finished YAML from the colon on. */
final class JobFacts {
    /** The indentation of a job's keys. */
    private static final int KEY = 4;

    private static final YamlText YAML = YamlText.OF_FILE;

    private JobFacts() {}

    /** @param isFinal whether it is the final job, whose purpose the template extends */
    static Map<String, Object> of(Job job, boolean isFinal) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("id", YamlText.string(job.id(), false));
        facts.put("final", isFinal);
        facts.put(
                "comments",
                job.comments().stream()
                        .map(YamlText::comment)
                        .map(line -> isFinal ? sentence(line) : line)
                        .toList());
        facts.put("name", behind("name", job.name()));
        Value condition = job.condition().value();
        facts.put("condition", condition == null ? null : behind("if", condition));
        facts.put("needs", job.needs().isEmpty() ? null : behind("needs", Value.texts(job.needs())));
        List<Map<String, Object>> fields = new ArrayList<>();
        job.fields()
                .fields()
                .forEach((key, value) -> fields.add(
                        key.equals("strategy") && !(job.matrix() instanceof Matrix.None)
                                ? strategy((Value.Fields) value, job.matrix())
                                : Map.of("line", YAML.field(key, value, KEY))));
        facts.put("fields", fields);
        return facts;
    }

    private static String sentence(String purpose) {
        return purpose.isEmpty() || ".!?".indexOf(purpose.charAt(purpose.length() - 1)) >= 0 ? purpose : purpose + ".";
    }

    /** The template always writes the matrix on several lines, because readers look for it. */
    private static Map<String, Object> strategy(Value.Fields strategy, Matrix matrix) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("strategy", lines(strategy.fields(), KEY + 2));
        Map<String, Value> axes = new LinkedHashMap<>(matrix.value().fields());
        axes.remove("include");
        facts.put("axes", lines(axes, KEY + 4));
        List<String> rows = matrix.include().stream().map(JobFacts::row).toList();
        facts.put("rows", rows.isEmpty() ? null : rows);
        return facts;
    }

    private static String row(Map<String, Value> row) {
        return YAML.item(new Value.Fields(row), KEY + 8);
    }

    private static List<String> lines(Map<String, Value> fields, int indent) {
        return fields.entrySet().stream()
                .map(field -> YAML.field(field.getKey(), field.getValue(), indent))
                .toList();
    }

    private static String behind(String key, Value value) {
        return YAML.after(value, KEY, key.length() + 1);
    }
}
