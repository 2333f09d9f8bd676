package dev.genci.takeover;

import dev.genci.workflow.Job;
import dev.genci.workflow.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses where the values of a matrix go. As few axes as tell all rows apart, with as few combinations as possible; what
 * depends on these and on interpreter and system is a variable that rows bring.
 */
final class OwnChoice {
    private static final int MOST_PATHS = 10;
    private static final int MOST_AXES = 3;
    private static final Set<String> RESERVED = Set.of("python", "os", "session", "name", "include", "exclude");

    private final Job job;
    private final List<Cell> cells;
    private final Rewriter plain;
    private final Set<String> inSteps = new LinkedHashSet<>();
    private final Set<String> brought = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> fixed = new LinkedHashSet<>();
    private final Set<String> inCalls = new LinkedHashSet<>();

    OwnChoice(Job job, List<Cell> cells, Rewriter plain) {
        this.job = job;
        this.cells = cells;
        this.plain = plain;
    }

    void inSteps(Set<String> paths) {
        inSteps.addAll(paths);
    }

    void brought(Set<String> paths) {
        brought.addAll(paths);
    }

    void named(Set<String> paths) {
        named.addAll(paths);
    }

    void fixed(Set<String> paths) {
        fixed.addAll(paths);
    }

    void inCalls(Set<String> paths) {
        inCalls.addAll(paths);
    }

    /** The choice. */
    Own own() {
        Set<String> read = new LinkedHashSet<>(inSteps);
        read.addAll(brought);
        read.addAll(named);
        read.removeAll(fixed);
        Set<String> said = new LinkedHashSet<>(read);
        said.addAll(inCalls);
        List<String> candidates = said.stream()
                .filter(path -> !fixed.contains(path) && isAxis(path))
                .limit(MOST_PATHS)
                .toList();
        List<String> must = named.stream().filter(candidates::contains).toList();
        List<String> axes = best(candidates, must);
        if (axes == null) {
            String split = split(read, candidates);
            if (split != null) {
                return new Own(Map.of(), Map.of(), Set.of(split));
            }
            // Rows of one name that differ in what no such text reads.
            Set<String> all = new LinkedHashSet<>(candidates);
            open().stream()
                    .filter(path -> !fixed.contains(path) && isAxis(path))
                    .forEach(all::add);
            axes = best(all.stream().limit(MOST_PATHS).toList(), must);
        }
        if (axes == null) {
            return apart(read);
        }
        return with(axes, read);
    }

    /**
     * The path with the fewest values by which rows fall into kinds, each of which axes tell apart; {@code null} where there is
     * none. An axis has no empty values, so what only some rows say is none.
     */
    private @Nullable String split(Set<String> read, List<String> candidates) {
        Set<String> paths = new LinkedHashSet<>(read);
        paths.addAll(open());
        paths.removeIf(this::isAxis);
        String best = null;
        int fewest = cells.size();
        for (String path : paths) {
            Map<String, List<Cell>> kinds = new LinkedHashMap<>();
            cells.forEach(cell -> kinds.computeIfAbsent(
                            String.valueOf(Rewriter.value(cell, path)), value -> new ArrayList<>())
                    .add(cell));
            boolean apart = kinds.size() > 1
                    && kinds.size() < fewest
                    && kinds.values().stream().allMatch(kind -> best(kind, candidates, List.of()) != null);
            if (apart) {
                best = path;
                fewest = kinds.size();
            }
        }
        return best;
    }

    /** The keys of the matrix that have no other name here. */
    private Set<String> open() {
        Set<String> open = new LinkedHashSet<>();
        cells.forEach(cell -> cell.row().matrix().keySet().forEach(key -> open.addAll(plain.open("matrix." + key))));
        return open;
    }

    /** Where nothing tells the rows apart, each gets an entry. */
    private Own apart(Set<String> read) {
        Set<String> apart = new LinkedHashSet<>(read);
        apart.addAll(fixed);
        apart.addAll(open());
        return new Own(Map.of(), Map.of(), apart);
    }

    private Own with(List<String> axes, Set<String> read) {
        Map<String, String> byName = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(RESERVED);
        // Parameters have names that no axis may have.
        plain.axes().forEach(row -> row.keySet()
                .forEach(name -> taken.add(name.substring(name.indexOf('.') + 1).toLowerCase(Locale.ROOT))));
        axes.forEach(path -> byName.put(name(path, taken), path));
        Own own = new Own(byName, Map.of(), Set.of());
        Map<String, String> variables = new LinkedHashMap<>();
        Set<String> apart = new LinkedHashSet<>(fixed);
        for (String path : read) {
            if (axes.contains(path)) {
                continue;
            }
            if (named.contains(path) || !isFunction(path, own)) {
                apart.add(path);
            } else if (inSteps.contains(path)) {
                variables.put(Text.variable(variable(path), variables::containsKey), path);
            }
        }
        return new Own(byName, variables, apart);
    }

    /** Whether the values of a path can be those of an axis. */
    private boolean isAxis(String path) {
        return cells.stream().allMatch(cell -> {
            String value = Rewriter.value(cell, path);
            return value != null && !value.isBlank() && value.lines().count() == 1;
        });
    }

    /** Whether rows at one point have the same value. */
    private boolean isFunction(String path, Own own) {
        Map<Point, String> byPoint = new HashMap<>();
        for (Cell cell : cells) {
            String value = Rewriter.value(cell, path);
            if (value == null || !value.equals(byPoint.computeIfAbsent(Point.of(cell, own), at -> value))) {
                return false;
            }
        }
        return true;
    }

    /** The axes with the fewest combinations; {@code null} where none tell the rows apart. */
    private @Nullable List<String> best(List<String> candidates, List<String> must) {
        return best(cells, candidates, must);
    }

    private static @Nullable List<String> best(List<Cell> cells, List<String> candidates, List<String> must) {
        if (must.isEmpty() && tellApart(cells, List.of())) {
            return List.of();
        }
        List<String> best = null;
        long least = Long.MAX_VALUE;
        for (int bits = 0; bits < 1 << candidates.size(); bits++) {
            List<String> axes = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    axes.add(candidates.get(i));
                }
            }
            if (axes.size() > Math.max(MOST_AXES, must.size()) || !axes.containsAll(must)) {
                continue;
            }
            long cost = cost(cells, axes, candidates);
            if (cost < least && tellApart(cells, axes)) {
                best = axes;
                least = cost;
            }
        }
        return best;
    }

    /** The combinations of axes, and the values of the others, which rows have to bring. */
    private static long cost(List<Cell> cells, List<String> axes, List<String> candidates) {
        long product = 1;
        long rest = 0;
        for (String path : candidates) {
            long values = cells.stream()
                    .map(cell -> String.valueOf(Rewriter.value(cell, path)))
                    .distinct()
                    .count();
            product *= axes.contains(path) ? values : 1;
            rest += axes.contains(path) ? 0 : values;
        }
        return product + rest;
    }

    /** Whether no two rows are at one point, and all points have the same parameters. */
    private static boolean tellApart(List<Cell> cells, Collection<String> axes) {
        Map<String, String> byName = new LinkedHashMap<>();
        axes.forEach(path -> byName.put(path, path));
        Own own = new Own(byName, Map.of(), Set.of());
        Map<Point, Set<String>> byPoint = new HashMap<>();
        for (Cell cell : cells) {
            if (!byPoint.computeIfAbsent(Point.of(cell, own), at -> new HashSet<>())
                    .add(cell.parameters())) {
                return false;
            }
        }
        return new HashSet<>(byPoint.values()).size() == 1;
    }

    /** The last word of a path, if that is free. */
    private static String name(String path, Set<String> taken) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        String whole = path.substring(1).replace('.', '-');
        for (String name : List.of(last, whole, "matrix-" + whole)) {
            if (taken.add(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        return Text.free(whole, taken);
    }

    /** The variable of the job that has the value anyway, or one of its own. */
    private String variable(String path) {
        Settings env = job.settings().in("env");
        for (String name : env.names()) {
            if (env.text(name).matches("\\$\\{\\{\\s*matrix" + path.replace(".", "\\.") + "\\s*}}")) {
                return name;
            }
        }
        return "MATRIX" + path.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
    }
}
