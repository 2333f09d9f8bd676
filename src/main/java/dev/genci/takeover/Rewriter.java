package dev.genci.takeover;

import dev.genci.data.Value;
import dev.genci.manifest.Parameters;
import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says texts of a job for rows of a manifest: {@code matrix.python-version} becomes {@code row.python} where the two are equal
 * in every row, and a value where all rows have the same.
 *
 * @param cells the rows of one entry
 * @param session the expression that is the session of the row, where its rows are made by a run; empty otherwise
 * @param axes what the texts of each row may read, by the words of the manifest, such as {@code row.python}
 * @param variables what those of steps may read, too, such as {@code env.LEVEL}
 */
record Rewriter(List<Cell> cells, List<Map<String, String>> axes, List<Map<String, String>> variables, String session) {
    private static final String PYTHON = "row.python";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
    /** A text in quotes, or a name of the matrix. */
    private static final Pattern NAME =
            Pattern.compile("'(?:[^']|'')*'|(?<![\\w.-])matrix\\b((?:\\.[A-Za-z_][\\w-]*)*)");

    /** Says texts of jobs that have their own matrix here, too. */
    static final Rewriter AS_WRITTEN = new Rewriter(List.of(), List.of(), List.of(), "");

    /** What texts of rows may read. */
    static Rewriter of(List<Cell> cells, Own own) {
        List<Map<String, String>> axes = new ArrayList<>();
        List<Map<String, String>> variables = new ArrayList<>();
        for (Cell cell : cells) {
            Map<String, String> values = new LinkedHashMap<>();
            if (!cell.python().isEmpty()) {
                values.put(PYTHON, cell.python());
            }
            if (!cell.os().isEmpty()) {
                values.put("row.os", cell.os());
            }
            if (cell.session() != null) {
                Parameters.of(cell.parameters()).stream()
                        .filter(parameter -> !parameter.name().isEmpty())
                        .forEach(parameter -> values.putIfAbsent("row." + parameter.name(), parameter.value()));
                values.put("row.session", cell.session().session());
            }
            values.putAll(Own.values(cell, own.axes(), "row."));
            axes.add(values);
            variables.add(Own.values(cell, own.variables(), "env."));
        }
        return new Rewriter(List.copyOf(cells), axes, variables, "");
    }

    /** The same where an expression in braces is the session of the row. */
    Rewriter withSession(String expression) {
        String inside = expression.replaceAll("^\\s*\\$\\{\\{\\s*|\\s*}}\\s*$", "");
        return new Rewriter(cells, axes, variables, inside);
    }

    /** The same for texts of the job as a whole, which cannot read its variables. */
    Rewriter ofJob() {
        return new Rewriter(cells, axes, List.of(), session);
    }

    /** The same for one row. */
    Rewriter only(int row) {
        return new Rewriter(List.of(cells.get(row)), List.of(axes.get(row)), List.of(), session);
    }

    /** What a text reads of the matrix, without its name, that neither is the same everywhere nor has another name here. */
    Set<String> open(String text) {
        Set<String> open = new LinkedHashSet<>();
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            String path = names.group(1);
            if (path != null && !path.isEmpty() && replacement(path) == null) {
                open.add(path);
            }
        }
        return open;
    }

    /** The value of a path of the matrix; {@code null} where only a run knows it, and where it is a list or a mapping. */
    static @Nullable String value(Cell cell, String path) {
        return cell.row().scope().text("${{ matrix" + path + " }}");
    }

    /** What a path of the matrix is here: a name, or a value in quotes; {@code null} where it is neither. */
    private @Nullable String replacement(String path) {
        List<String> values = new ArrayList<>();
        for (Cell cell : cells) {
            String value = value(cell, path);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        if (!values.stream().allMatch(values.get(0)::equals)) {
            return named(values);
        }
        return isFlag(cells.get(0), path) ? values.get(0) : "'" + values.get(0).replace("'", "''") + "'";
    }

    /** The name of what has these values in the rows; {@code null} where there is none. */
    private @Nullable String named(List<String> values) {
        for (String name : names()) {
            List<String> other = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                other.add(named(i, name));
            }
            boolean same = other.equals(values)
                    || name.equals(PYTHON)
                            && other.equals(values.stream().map(SetUp::named).toList());
            if (same) {
                return name;
            }
        }
        return null;
    }

    /** The names that all rows have, those that any text may read first. */
    List<String> names() {
        List<String> names = new ArrayList<>(axes.get(0).keySet());
        names.removeIf(name -> !axes.stream().allMatch(row -> row.containsKey(name)));
        names.addAll(variables.isEmpty() ? Set.of() : variables.get(0).keySet());
        return names;
    }

    /** The value of a name in a row. */
    String named(int row, String name) {
        String value = axes.get(row).get(name);
        return value == null ? variables.get(row).getOrDefault(name, "") : value;
    }

    /** Whether an expression reads something of the matrix that is true in one row and false in another. */
    boolean readsFlag(String inside) {
        Matcher names = NAME.matcher(inside);
        while (names.find()) {
            String path = names.group(1);
            boolean reads = path != null && !path.isEmpty();
            if (reads
                    && cells.stream().anyMatch(cell -> isFlag(cell, path))
                    && cells.stream().map(cell -> value(cell, path)).distinct().count() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFlag(Cell cell, String path) {
        String value = value(cell, path);
        boolean word = "true".equals(value) || "false".equals(value);
        // A text is equal to no flag.
        return word && Boolean.TRUE.equals(cell.row().scope().truth("matrix" + path + " == " + value));
    }

    /** A text; {@code null} where it cannot be said. */
    @Nullable String text(String text) {
        if (cells.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        Matcher found = EXPRESSION.matcher(text);
        int from = 0;
        while (found.find()) {
            String said = inBraces(found.group(), found.group(1));
            if (said == null) {
                return null;
            }
            out.append(text, from, found.start()).append(said);
            from = found.end();
        }
        return out.append(text.substring(from)).toString();
    }

    private @Nullable String inBraces(String whole, String inside) {
        String known = known(whole);
        if (known != null) {
            return known;
        }
        String said = expression(inside);
        return said == null ? null : "${{" + said + "}}";
    }

    /** The value of an expression, or the name of what has it in every row. */
    private @Nullable String known(String whole) {
        List<String> values = new ArrayList<>();
        for (Cell cell : cells) {
            String value = cell.row().scope().text(whole);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        if (values.stream().allMatch(values.get(0)::equals)) {
            return values.get(0);
        }
        String name = named(values);
        return name == null ? null : "${{ " + name + " }}";
    }

    /** An expression without braces; {@code null} where it cannot be said. */
    @Nullable String expression(String inside) {
        StringBuilder out = new StringBuilder();
        Matcher names = NAME.matcher(session.isEmpty() ? inside : inside.replace(session, "row.session"));
        while (names.find()) {
            String found = names.group();
            String key = names.group(1);
            String said = found.startsWith("'") ? found : key == null || key.isEmpty() ? null : replacement(key);
            if (said == null) {
                return null;
            }
            names.appendReplacement(out, Matcher.quoteReplacement(said));
        }
        // What is empty in all rows decides nothing.
        String said = names.appendTail(out).toString().replaceAll("(^|\\()(\\s*)'' \\|\\| ", "$1$2");
        return said.contains(PYTHON) ? said.replaceAll("'pypy-(?=\\d)", "'pypy") : said;
    }

    /** A value of a job that has its own matrix here, too. */
    Value valueAsWritten(YamlNode node) {
        return Objects.requireNonNull(AS_WRITTEN.value(node), "nothing is rewritten");
    }

    /** A value with its texts; {@code null} where one cannot be said. */
    @Nullable Value value(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            Value.Fields fields = Value.fields();
            for (String key : mapping.entries().keySet()) {
                YamlNode inner = mapping.get(key);
                Value value = inner == null ? null : value(inner);
                if (value == null) {
                    return null;
                }
                fields = fields.with(key, value);
            }
            return fields;
        }
        if (node instanceof YamlSequence list) {
            List<Value> items = new ArrayList<>();
            for (YamlNode item : list.items()) {
                Value value = value(item);
                if (value == null) {
                    return null;
                }
                items.add(value);
            }
            return new Value.Items(items);
        }
        YamlScalar scalar = (YamlScalar) node;
        if (!scalar.text().contains("${{")) {
            return Scalar.of(scalar);
        }
        String said = text(scalar.text());
        return said == null ? null : Value.of(said);
    }

    /** The fields of a mapping; those that cannot be said are named. */
    Value.Fields fields(Settings settings, Set<String> without, List<String> unsaid) {
        Value.Fields fields = Value.fields();
        for (String name : settings.names()) {
            YamlNode node = settings.get(name);
            Value value = node == null || without.contains(name) ? null : value(node);
            if (value != null) {
                fields = fields.with(name, value);
            } else if (!without.contains(name)) {
                unsaid.add(name);
            }
        }
        return fields;
    }
}
