package dev.genci.takeover;

import dev.genci.data.Value;
import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts of a job that may differ from row to row of an entry: with names of the row where these say it, else each row brings
 * its own.
 */
record RowTexts(Rewriter rewriter, Own own, Brought brought) {
    /** Keys of the job that rows bring as they are written. */
    static final Set<String> BROUGHT = Set.of("container", "services");

    private Point point(int row) {
        return Point.of(rewriter.cells().get(row), own);
    }

    /** The variables of the job, without those that rows bring. */
    Value.Fields variables(Settings env, StepTaker taker) {
        Value.Fields all = Value.fields();
        for (String name : env.names()) {
            YamlNode node = env.get(name);
            if (node == null || StepTaker.selects(name)) {
                continue;
            }
            Value value = rewriter.ofJob().value(node);
            List<Value> each = value == null ? each(node) : List.of();
            if (value != null) {
                all = all.with(name, value);
            } else if (each.isEmpty()) {
                taker.unsaidVariable(name, null);
            }
            for (int row = 0; row < each.size(); row++) {
                brought.variable(point(row), name, each.get(row));
            }
        }
        return all;
    }

    /** A field of the job as it is written; {@code null} where it cannot be said, or where rows bring it. */
    @Nullable Value field(String key, YamlNode node, List<String> unsaid) {
        Value value = rewriter.ofJob().value(node);
        if (value != null) {
            return value;
        }
        List<Value> each = BROUGHT.contains(key) ? each(node) : List.of();
        if (each.isEmpty()) {
            unsaid.add(key);
        }
        for (int row = 0; row < each.size(); row++) {
            boolean none = Value.of("").equals(each.get(row));
            brought.put(point(row), key, none ? Value.of(false) : each.get(row));
        }
        return null;
    }

    /** The value in each row; none where it cannot be said in one. */
    private List<Value> each(YamlNode node) {
        List<Value> each = new ArrayList<>();
        for (int row = 0; row < rewriter.cells().size(); row++) {
            Value value = rewriter.only(row).value(node);
            if (value == null) {
                return List.of();
            }
            each.add(value);
        }
        return each;
    }

    /** What the session gets, empty where rows bring it; {@code null} where it cannot be said. */
    @Nullable List<Value> posargs() {
        List<List<String>> all = new ArrayList<>();
        for (int row = 0; row < rewriter.cells().size(); row++) {
            List<String> texts = new ArrayList<>();
            for (String text : rewriter.cells().get(row).runs().get(0).posargs()) {
                String said = rewriter.only(row).text(text);
                if (said == null) {
                    return null;
                }
                texts.add(said);
            }
            all.add(texts);
        }
        List<Value> same = same(all);
        if (same != null) {
            return same;
        }
        for (int row = 0; row < all.size(); row++) {
            brought.put(point(row), "posargs", Value.texts(all.get(row)));
        }
        return List.of();
    }

    /** One list for all rows; {@code null} where there is none. */
    private @Nullable List<Value> same(List<List<String>> all) {
        List<Value> same = new ArrayList<>();
        for (int i = 0; i < all.get(0).size(); i++) {
            List<String> words = new ArrayList<>();
            for (List<String> each : all) {
                if (each.size() != all.get(0).size()) {
                    return null;
                }
                words.add(each.get(i));
            }
            String text = Titles.text(words, rewriter.axes());
            if (text == null) {
                return null;
            }
            same.add(Value.of(text));
        }
        return all.stream().allMatch(each -> each.size() == same.size()) ? same : null;
    }

    /** Adds the variables that texts of steps read. */
    void readBy(List<Value> texts) {
        for (Map.Entry<String, String> variable : own.variables().entrySet()) {
            if (texts.stream().noneMatch(value -> reads(value, variable.getKey()))) {
                continue;
            }
            for (int row = 0; row < rewriter.cells().size(); row++) {
                String value = Rewriter.value(rewriter.cells().get(row), variable.getValue());
                brought.variable(point(row), variable.getKey(), Value.of(String.valueOf(value)));
            }
        }
    }

    private static boolean reads(Value value, String variable) {
        if (value instanceof Value.Fields fields) {
            return fields.fields().values().stream().anyMatch(each -> reads(each, variable));
        }
        return value instanceof Value.Items items
                ? items.items().stream().anyMatch(each -> reads(each, variable))
                : value instanceof Value.Text text && text.text().contains(variable);
    }
}
