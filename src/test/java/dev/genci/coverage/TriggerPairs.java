package dev.genci.coverage;

import java.util.Map;
import java.util.TreeMap;

/** Pairs of the keys below {@code on}. */
final class TriggerPairs {
    /** Two lines of a manifest that begin with {@code on}. */
    record Lines(String before, String after) {}

    private final Map<String, Lines> all = new TreeMap<>();

    private TriggerPairs() {}

    /** The lines by key. */
    static Map<String, Lines> events() {
        TriggerPairs pairs = new TriggerPairs();
        String[] branches = {"branches: [a]", "branches-ignore: [a]"};
        String[] paths = {"paths: [a]", "paths-ignore: [a]"};
        pairs.filters("push", "", branches);
        pairs.filters("push", "", paths);
        pairs.filters("push", "", "tags: [a]", "tags-ignore: [a]");
        pairs.filters("pull_request", "", branches);
        pairs.filters("pull_request", "", paths);
        pairs.filters("pull_request", "", "types: [opened]");
        pairs.filters("release", "", "types: [edited]");
        pairs.filters("merge_group", "", branches);
        pairs.filters("merge_group", "", "types: [checks_requested]");
        pairs.filters("workflow_run", "workflows: [a], ", branches);
        pairs.filters("workflow_run", "workflows: [a], ", "types: [completed]");
        pairs.pair("workflow_run.workflows", "{workflows: [a]}", "{workflows: [b]}");
        pairs.filters("repository_dispatch", "", "types: [a]");
        pairs.pair("schedule.[].cron", "[{cron: 1 * * * *}]", "[{cron: 2 * * * *}]");
        pairs.pair("schedule.[].timezone", "[{cron: 1 * * * *}]", "[{cron: 1 * * * *, timezone: Europe/Berlin}]");
        pairs.inputs("{}", "description: d", "type: number", "required: true", "default: x");
        pairs.inputs("{type: choice, options: [a]}", "options: [b], type: choice");
        pairs.call("inputs", "type: string", "description: d", "required: true", "default: x");
        pairs.pair("workflow_call.inputs.*.type", "{inputs: {i: {type: string}}}", "{inputs: {i: {type: number}}}");
        pairs.call("secrets", "", "description: d", "required: true");
        pairs.call("outputs", "value: v", "description: d");
        pairs.pair("workflow_call.outputs.*.value", "{outputs: {i: {value: v}}}", "{outputs: {i: {value: w}}}");
        return pairs.all;
    }

    private void call(String key, String least, String... fields) {
        for (String field : fields) {
            pair(
                    "workflow_call." + key + ".*." + name(field),
                    "{" + key + ": {i: {" + least + "}}}",
                    "{" + key + ": {i: {" + (least.isEmpty() ? "" : least + ", ") + field + "}}}");
        }
    }

    /** @param least what the event must have, before a comma */
    private void filters(String event, String least, String... filters) {
        for (String filter : filters) {
            pair(event + "." + name(filter), "{" + least + "}", "{" + least + filter + "}");
        }
    }

    private void inputs(String before, String... fields) {
        for (String field : fields) {
            pair(
                    "workflow_dispatch.inputs.*." + name(field),
                    "{inputs: {i: " + before + "}}",
                    "{inputs: {i: {" + field + "}}}");
        }
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':'));
    }

    private void pair(String key, String before, String after) {
        String event = key.substring(0, key.indexOf('.'));
        String start = "on: {" + (event.equals("push") ? "" : "push: {}, ") + event + ": ";
        all.put("on." + key, new Lines(start + before + "}", start + after + "}"));
    }
}
