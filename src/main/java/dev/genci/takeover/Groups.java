package dev.genci.takeover;

import dev.genci.workflow.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Divides the rows of a job into those that one entry can say. */
final class Groups {
    private Groups() {}

    /**
     * Rows of an entry.
     *
     * @param parameters that all of them have
     * @param own values that they have besides
     */
    record Group(List<Cell> cells, List<String> parameters, Own own) {
        /** How many rows are the same as others, as far as a manifest can say. */
        int doubles() {
            long different = cells.stream()
                    .map(cell -> Point.of(cell, own) + cell.parameters())
                    .distinct()
                    .count();
            return cells.size() - (int) different;
        }
    }

    /** Those of the rows of a job. */
    static List<Group> of(Job job, List<Cell> cells) {
        Map<String, List<Cell>> byKind = new LinkedHashMap<>();
        for (Cell cell : cells) {
            byKind.computeIfAbsent(cell.kind(optional(job, cell)), kind -> new ArrayList<>())
                    .add(cell);
        }
        List<Group> groups = new ArrayList<>();
        byKind.values().forEach(same -> parameters(same).forEach(group -> groups.addAll(apart(job, group))));
        return groups;
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
        Map<Point, Set<String>> byPoint = new LinkedHashMap<>();
        for (Cell cell : cells) {
            byPoint.computeIfAbsent(Point.of(cell, Own.NONE), point -> new LinkedHashSet<>())
                    .add(cell.parameters());
        }
        Map<Set<String>, List<Cell>> same = new LinkedHashMap<>();
        for (Cell cell : cells) {
            same.computeIfAbsent(byPoint.getOrDefault(Point.of(cell, Own.NONE), Set.of()), all -> new ArrayList<>())
                    .add(cell);
        }
        List<Group> groups = new ArrayList<>();
        same.forEach((all, group) -> groups.add(
                new Group(group, all.stream().filter(text -> !text.isEmpty()).toList(), Own.NONE)));
        return groups;
    }

    /** Takes rows apart that differ in a value of the matrix that texts read and a manifest has no place for. */
    private static List<Group> apart(Job job, Group group) {
        Own own = Own.of(job, group.cells());
        List<List<Cell>> kinds = kinds(group.cells(), cell -> own.apart().stream()
                .map(path -> String.valueOf(Rewriter.value(cell, path)))
                .toList());
        if (kinds.size() == 1) {
            Conditions conditions = new Conditions(Rewriter.of(group.cells(), own));
            List<String> unsaid = job.steps().stream()
                    .map(step -> step.settings().text("if"))
                    .filter(condition -> condition.contains("matrix.") && conditions.of(condition) == null)
                    .toList();
            kinds = kinds(group.cells(), cell -> unsaid.stream()
                    .map(condition -> String.valueOf(cell.row().scope().truth(condition)))
                    .toList());
        }
        if (kinds.size() == 1) {
            return List.of(new Group(group.cells(), group.parameters(), own));
        }
        List<Group> groups = new ArrayList<>();
        kinds.forEach(cells -> parameters(cells).forEach(part -> groups.addAll(apart(job, part))));
        return groups;
    }

    private static List<List<Cell>> kinds(List<Cell> cells, Function<Cell, List<String>> kind) {
        Map<List<String>, List<Cell>> kinds = new LinkedHashMap<>();
        cells.forEach(cell -> kinds.computeIfAbsent(kind.apply(cell), each -> new ArrayList<>())
                .add(cell));
        return List.copyOf(kinds.values());
    }
}
