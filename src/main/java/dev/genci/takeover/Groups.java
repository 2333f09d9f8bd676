package dev.genci.takeover;

import dev.genci.init.Folding;
import dev.genci.workflow.Job;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Divides the rows of a job into those that one entry can say. */
final class Groups {
    /** What is worked out for each row, so that it may differ in an entry. */
    private static final Set<String> BY_ROW =
            Set.of("runs-on", "strategy", "name", "continue-on-error", "timeout-minutes", "steps");

    private Groups() {}

    /** Rows and the parameters that all of them have. */
    record Group(List<Cell> cells, List<String> parameters) {}

    /** Those of the rows of a job. */
    static List<Group> of(Job job, List<Cell> cells) {
        Map<String, List<Cell>> byKind = new LinkedHashMap<>();
        for (Cell cell : cells) {
            byKind.computeIfAbsent(cell.kind(optional(job, cell)) + conditions(job, cell), kind -> new ArrayList<>())
                    .add(cell);
        }
        List<Group> groups = new ArrayList<>();
        byKind.values().forEach(same -> parameters(same).forEach(group -> groups.addAll(apart(job, group))));
        return groups;
    }

    /** Which steps run in a row, as far as that is known. */
    private static String conditions(Job job, Cell cell) {
        StringBuilder out = new StringBuilder();
        String python = cell.python();
        for (Step step : job.steps()) {
            String condition = step.settings().text("if");
            // What depends on the interpreter alone is a condition of the step.
            boolean open = condition.isEmpty() || !condition.contains("matrix.") || dependsOn(condition, cell, python);
            out.append(
                    open
                            ? '?'
                            : String.valueOf(cell.row().scope().truth(condition))
                                    .charAt(0));
        }
        Settings container = job.settings().in("container");
        String image = container.names().isEmpty() ? job.settings().text("container") : container.text("image");
        return out + " " + cell.row().scope().text(image);
    }

    /** The steps whose conditions are about the interpreter or the system of the row. */
    private static Set<Integer> optional(Job job, Cell cell) {
        Set<Integer> optional = new LinkedHashSet<>();
        for (int i = 0; i < job.steps().size(); i++) {
            String condition = job.steps().get(i).settings().text("if");
            if (condition.contains("matrix.") && dependsOn(condition, cell, cell.python())) {
                optional.add(i);
            }
        }
        return optional;
    }

    private static boolean dependsOn(String condition, Cell cell, String python) {
        for (Map.Entry<String, String> value : cell.row().matrix().entrySet()) {
            boolean axis = value.getValue().equals(python) || value.getValue().equals(cell.os());
            if (condition.matches("(?s).*matrix\\." + Pattern.quote(value.getKey()) + "(?![\\w-]).*") && !axis) {
                return false;
            }
        }
        return true;
    }

    /** Rows that have the same parameters with each interpreter and system. */
    private static List<Group> parameters(List<Cell> cells) {
        Map<Axes.Pair, Set<String>> byPair = new LinkedHashMap<>();
        for (Cell cell : cells) {
            byPair.computeIfAbsent(Axes.Pair.of(cell), pair -> new LinkedHashSet<>())
                    .add(cell.parameters());
        }
        Map<Set<String>, List<Cell>> same = new LinkedHashMap<>();
        for (Cell cell : cells) {
            same.computeIfAbsent(byPair.getOrDefault(Axes.Pair.of(cell), Set.of()), all -> new ArrayList<>())
                    .add(cell);
        }
        List<Group> groups = new ArrayList<>();
        same.forEach((all, group) -> groups.add(
                new Group(group, all.stream().filter(text -> !text.isEmpty()).toList())));
        return groups;
    }

    /** Takes rows apart that differ in a value of the matrix that texts read and a manifest has no word for. */
    private static List<Group> apart(Job job, Group group) {
        Rewriter rewriter = Rewriter.of(group.cells(), Folding.axes(group.parameters()));
        Set<String> open = new LinkedHashSet<>();
        for (String text : texts(job)) {
            open.addAll(rewriter.open(text));
        }
        boolean doubled = group.cells().stream()
                        .map(cell -> Axes.Pair.of(cell) + cell.parameters())
                        .distinct()
                        .count()
                < group.cells().size();
        if (doubled) {
            // Rows of one name that differ in what no text reads.
            group.cells().get(0).row().matrix().keySet().forEach(key -> open.addAll(rewriter.open("matrix." + key)));
        }
        if (open.isEmpty()) {
            return List.of(group);
        }
        Map<String, List<Cell>> apart = new LinkedHashMap<>();
        for (Cell cell : group.cells()) {
            StringBuilder values = new StringBuilder();
            open.forEach(path -> values.append(Rewriter.value(cell, path)).append(' '));
            apart.computeIfAbsent(values.toString(), key -> new ArrayList<>()).add(cell);
        }
        List<Group> groups = new ArrayList<>();
        apart.values().forEach(cells -> groups.addAll(parameters(cells)));
        return groups;
    }

    /** The texts whose values a manifest must say for each row. */
    private static List<String> texts(Job job) {
        List<String> texts = new ArrayList<>();
        for (String key : job.settings().names()) {
            YamlNode node = job.settings().get(key);
            if (node != null && !BY_ROW.contains(key)) {
                below(node, texts);
            }
        }
        for (Step step : job.steps()) {
            String action = step.uses() == null ? "" : step.uses().address();
            boolean own = action.startsWith("actions/setup-python")
                    || action.startsWith("actions/cache")
                    || action.endsWith("/upload-artifact");
            String script = step.settings().text("run");
            if (!own && !script.matches("(?s).*\\bnox\\b.*") && step.settings().mapping() != null) {
                below(step.settings().mapping(), texts);
            }
        }
        return texts;
    }

    private static void below(YamlNode node, List<String> texts) {
        if (node instanceof YamlScalar scalar && scalar.text().contains("matrix")) {
            texts.add(scalar.text());
        } else if (node instanceof YamlSequence list) {
            list.items().forEach(item -> below(item, texts));
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                if (!StepTaker.selects(key) && !key.equals("name")) {
                    below(entry.value(), texts);
                }
            });
        }
    }
}
