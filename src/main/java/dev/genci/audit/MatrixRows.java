package dev.genci.audit;

import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a job's matrix, as GitHub makes them: all combinations, without {@code exclude}; then each mapping of
 * {@code include} adds to the rows whose values it does not change, or is a row of its own.
 *
 * @param rows one without values where there is no matrix
 * @param unknown the part of the matrix that only a run knows; absent where everything is known
 */
record MatrixRows(List<Map<String, Content>> rows, @Nullable YamlNode unknown) {
    /** No forge makes more jobs of a matrix. */
    static final int MOST = 256;

    /** People write fewer keys. */
    private static final int MOST_KEYS = 100;

    /** Those of a job. */
    static MatrixRows of(Settings job) {
        YamlNode node = job.in("strategy").get("matrix");
        if (!(node instanceof YamlMapping mapping)) {
            return new MatrixRows(List.of(Map.of()), node instanceof YamlScalar ? node : null);
        }
        Settings matrix = new Settings(mapping);
        YamlNode unknown = null;
        List<Map<String, Content>> rows = new ArrayList<>();
        rows.add(Map.of());
        boolean axes = false;
        int axesLeft = MOST_KEYS;
        for (String key : matrix.names()) {
            if (key.equals("include") || key.equals("exclude")) {
                continue;
            }
            axes = true;
            List<Content> values = axesLeft-- > 0 ? values(matrix.get(key)) : List.of(new Content.Unknown());
            unknown = values.contains(new Content.Unknown()) ? matrix.get(key) : unknown;
            rows = axesLeft < 0 ? rows : times(rows, key, values);
        }
        List<YamlMapping> excluded = mappings(matrix.get("exclude"));
        rows.removeIf(row -> excluded.stream().anyMatch(each -> agrees(row, each, true)));
        unknown = isKnown(matrix.get("exclude")) ? unknown : matrix.get("exclude");
        unknown = isKnown(matrix.get("include")) ? unknown : matrix.get("include");
        List<Map<String, Content>> all = included(axes ? rows : List.of(), mappings(matrix.get("include")));
        if (all.isEmpty() && !axes) {
            all = List.of(Map.of());
        }
        return new MatrixRows(all, unknown);
    }

    private static List<Map<String, Content>> times(List<Map<String, Content>> rows, String key, List<Content> values) {
        List<Map<String, Content>> more = new ArrayList<>();
        for (Map<String, Content> row : rows) {
            for (Content value : values) {
                if (more.size() == MOST) {
                    return more;
                }
                more.add(with(row, key, value));
            }
        }
        return more;
    }

    private static Map<String, Content> with(Map<String, Content> row, String key, Content value) {
        Map<String, Content> more = new LinkedHashMap<>(row);
        more.put(key, value);
        return more;
    }

    private static List<Content> values(@Nullable YamlNode node) {
        if (node instanceof YamlSequence list) {
            return list.items().stream().map(MatrixRows::value).toList();
        }
        Content whole = value(node);
        return whole instanceof Content.Tree tree && tree.node() instanceof YamlSequence
                ? values(tree.node())
                : List.of(new Content.Unknown());
    }

    /** An expression in a matrix is worked out before there are rows. */
    private static Content value(@Nullable YamlNode node) {
        if (node instanceof YamlScalar scalar && scalar.text().contains(Template.OPEN)) {
            return Template.isExpression(scalar.text())
                    ? Template.value(scalar.text().strip(), new Content.Context(Map.of(), false))
                    : new Content.Unknown();
        }
        return Content.of(node);
    }

    private static boolean isKnown(@Nullable YamlNode list) {
        return list == null
                || list instanceof YamlSequence items && items.items().stream().allMatch(MatrixRows::isMapping)
                || value(list) instanceof Content.Tree tree && tree.node() != list && isKnown(tree.node());
    }

    private static boolean isMapping(YamlNode node) {
        return node instanceof YamlMapping mapping && mapping.entries().size() <= MOST_KEYS;
    }

    private static List<YamlMapping> mappings(@Nullable YamlNode node) {
        Content content = value(node);
        List<YamlMapping> mappings = new ArrayList<>();
        if (content instanceof Content.Tree tree && tree.node() instanceof YamlSequence list) {
            for (YamlNode item : list.items()) {
                if (item instanceof YamlMapping mapping && isMapping(item) && mappings.size() < MOST) {
                    mappings.add(mapping);
                }
            }
        }
        return mappings;
    }

    /** Whether a row has the values of a mapping; of keys that the row lacks only if they need not be there. */
    private static boolean agrees(Map<String, Content> row, YamlMapping mapping, boolean all) {
        for (Map.Entry<String, YamlMapping.YamlEntry> entry : mapping.entries().entrySet()) {
            Content own = row.get(entry.getKey());
            if (own == null ? all : !isSame(own, value(entry.getValue().value()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Content own, Content other) {
        if (own instanceof Content.Tree tree
                && other instanceof Content.Tree part
                && tree.node() instanceof YamlMapping mapping
                && part.node() instanceof YamlMapping wanted) {
            return wanted.entries().entrySet().stream()
                    .allMatch(entry -> Boolean.TRUE.equals(Content.of(mapping.get(entry.getKey()))
                            .equal(Content.of(entry.getValue().value()))
                            .truth()));
        }
        return Boolean.TRUE.equals(own.equal(other).truth());
    }

    private static List<Map<String, Content>> included(List<Map<String, Content>> rows, List<YamlMapping> include) {
        List<Map<String, Content>> all = new ArrayList<>(rows);
        for (YamlMapping mapping : include) {
            boolean added = false;
            for (int i = 0; i < rows.size(); i++) {
                if (agrees(rows.get(i), mapping, false)) {
                    all.set(i, merged(all.get(i), mapping));
                    added = true;
                }
            }
            if (!added && all.size() < MOST) {
                all.add(merged(Map.of(), mapping));
            }
        }
        return all;
    }

    private static Map<String, Content> merged(Map<String, Content> row, YamlMapping mapping) {
        Map<String, Content> more = new LinkedHashMap<>(row);
        mapping.entries().forEach((key, entry) -> more.put(key, value(entry.value())));
        return more;
    }
}
