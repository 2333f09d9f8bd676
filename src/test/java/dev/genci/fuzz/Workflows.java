package dev.genci.fuzz;

import dev.genci.testing.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workflows read back without our reader, with numbers for the ids of jobs, which are made from names. */
final class Workflows {
    private Workflows() {}

    /** The data that a workflow is. */
    static Object read(String text) {
        Map<String, Object> workflow = Yaml.map(text);
        Map<String, String> numbers = new LinkedHashMap<>();
        Yaml.map(workflow.get("jobs")).keySet().forEach(id -> numbers.put(id, "job-" + numbers.size()));
        return renamed(workflow, "", numbers);
    }

    private static Object renamed(Object node, String key, Map<String, String> numbers) {
        if (node instanceof Map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            Yaml.map(node).forEach((name, value) -> {
                String number = key.equals("jobs") ? numbers.get(name) : name;
                fields.put(number, renamed(value, name, numbers));
            });
            return fields;
        }
        if (node instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(renamed(item, key, numbers)));
            return items;
        }
        if (node instanceof String text && key.equals("needs")) {
            return numbers.getOrDefault(text, text);
        }
        return node instanceof String text && text.contains("needs.") ? inExpression(text, numbers) : node;
    }

    private static String inExpression(String text, Map<String, String> numbers) {
        String renamed = text;
        for (Map.Entry<String, String> id : numbers.entrySet()) {
            renamed = renamed.replace("needs." + id.getKey() + ".", "needs." + id.getValue() + ".");
        }
        return renamed;
    }

    /** The scripts of a workflow. */
    static List<String> scripts(Object workflow) {
        List<String> scripts = new ArrayList<>();
        Yaml.map(Yaml.map(workflow).get("jobs"))
                .values()
                .forEach(job -> Yaml.list(Yaml.map(job).get("steps")).forEach(step -> {
                    Object script = Yaml.map(step).get("run");
                    if (script != null) {
                        scripts.add(script.toString());
                    }
                }));
        return scripts;
    }
}
