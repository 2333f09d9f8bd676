package dev.genci.simulation;

import dev.genci.property.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A workflow as a forge reads it from its text, without our reader.
 *
 * @param jobs in the order of the text
 */
public record Workflow(Map<String, Job> jobs) {
    private static final Pattern OF_ROW = Pattern.compile("\\$\\{\\{ matrix\\.([A-Za-z_-]+) }}");

    /**
     * A job.
     *
     * @param condition without braces; {@code null} when there is none
     * @param rows one, when there is no matrix
     */
    public record Job(
            String id,
            String condition,
            List<String> needs,
            List<Row> rows,
            List<Map<String, Object>> steps,
            Map<String, Object> fields) {
        /** Whether it only decides about other jobs. */
        public boolean decides() {
            return steps.size() == 1;
        }
    }

    /** One run of a job. */
    public record Row(String name, Object runsOn, Map<String, Object> env) {}

    /** Reads a workflow's text. */
    public static Workflow of(String text) {
        Map<String, Job> jobs = new LinkedHashMap<>();
        Yaml.map(Yaml.map(text).get("jobs")).forEach((id, job) -> jobs.put(id, job(id, Yaml.map(job))));
        return new Workflow(jobs);
    }

    private static Job job(String id, Map<String, Object> fields) {
        Object condition = fields.get("if");
        List<Row> rows = new ArrayList<>();
        for (Map<String, Object> row :
                rows(Yaml.map(Yaml.map(fields.get("strategy")).get("matrix")))) {
            Map<String, Object> env = new LinkedHashMap<>();
            Yaml.map(fields.get("env")).forEach((name, value) -> env.put(name, fill(value, row)));
            rows.add(new Row(fill(fields.get("name"), row).toString(), fill(fields.get("runs-on"), row), env));
        }
        List<Map<String, Object>> steps =
                Yaml.list(fields.get("steps")).stream().map(Yaml::map).toList();
        return new Job(
                id,
                condition == null ? null : unwrap(condition.toString()),
                Yaml.texts(fields.get("needs")),
                rows,
                steps,
                fields);
    }

    private static String unwrap(String condition) {
        if (!condition.startsWith("${{ ") || !condition.endsWith(" }}")) {
            throw new AssertionError("not one expression: " + condition);
        }
        return condition.substring(4, condition.length() - 3);
    }

    private static List<Map<String, Object>> rows(Map<String, Object> matrix) {
        if (matrix.containsKey("include")) {
            return Yaml.list(matrix.get("include")).stream().map(Yaml::map).toList();
        }
        List<Map<String, Object>> rows = List.of(Map.of());
        for (Map.Entry<String, Object> axis : matrix.entrySet()) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> row : rows) {
                for (Object value : Yaml.list(axis.getValue())) {
                    Map<String, Object> longer = new LinkedHashMap<>(row);
                    longer.put(axis.getKey(), value);
                    more.add(longer);
                }
            }
            rows = more;
        }
        return rows;
    }

    /** A whole value from the row keeps its type; a field that a row lacks is empty. */
    private static Object fill(Object value, Map<String, Object> row) {
        if (!(value instanceof String text)) {
            return value;
        }
        Matcher whole = OF_ROW.matcher(text);
        if (whole.matches()) {
            return row.getOrDefault(whole.group(1), "");
        }
        return whole.replaceAll(
                match -> Matcher.quoteReplacement(String.valueOf(row.getOrDefault(match.group(1), ""))));
    }

    /** The jobs that a job waits for, directly or not. */
    public Set<String> ancestors(String id) {
        Set<String> all = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(jobs.get(id).needs());
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (all.add(next)) {
                open.addAll(jobs.get(next).needs());
            }
        }
        return all;
    }

    /** The job of each row's name; a name that stands twice is an error. */
    public Map<String, String> jobOfRow() {
        Map<String, String> jobs = new LinkedHashMap<>();
        for (Job job : this.jobs.values()) {
            for (Row row : job.rows()) {
                if (jobs.put(row.name(), job.id()) != null) {
                    throw new AssertionError("two jobs are called " + row.name());
                }
            }
        }
        return jobs;
    }
}
