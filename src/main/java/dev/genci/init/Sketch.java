package dev.genci.init;

import dev.genci.agreement.ListedTags;
import dev.genci.data.Value;
import dev.genci.emit.YamlText;
import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says that is made from what nox lists.
 *
 * @param fields texts, flags, lists of texts, and {@code parametrize}, which may be a mapping of such lists
 * @param questions what a person must decide, by the field that asks for it
 */
public record Sketch(Map<String, Value> fields, Map<String, String> questions) {
    private static final int WIDTH = 120;
    private static final String PURPOSE = "purpose";
    private static final String CI = "ci";

    /** That of a draft. */
    public static Sketch of(Draft draft) {
        return of(draft, true);
    }

    /**
     * The same.
     *
     * @param ci whether CI runs it, if it can
     */
    public static Sketch of(Draft draft, boolean ci) {
        Map<String, Value> fields = new LinkedHashMap<>();
        Map<String, String> questions = new LinkedHashMap<>();
        NoxSession session = draft.first();
        if (draft.isNameless()) {
            questions.put(PURPOSE, "What is it for?");
        }
        fields.put(PURPOSE, Value.of(purpose(session)));
        if (!draft.key().equals(session.name())) {
            fields.put("session", Value.of(session.name()));
        }
        if (!draft.isFound()) {
            questions.put(
                    CI,
                    session.listsPython()
                            ? "CI has no interpreter of that name: how does setup-python call it?"
                            : "Which Python of \"" + session.python() + "\" should CI set up? Write it as python.");
        }
        if (!ci || !draft.isFound()) {
            fields.put(CI, Value.of(false));
        }
        Value python = python(draft);
        if (python != null) {
            fields.put("python", python);
        } else if (!session.hasVenv()) {
            fields.put("venv-backend", Value.of("none"));
        }
        Value parameters = parameters(draft);
        if (parameters != null) {
            fields.put("parametrize", parameters);
        }
        Set<String> tags = ListedTags.of(draft.sessions());
        if (!tags.isEmpty()) {
            fields.put("tags", Value.texts(List.copyOf(tags)));
        }
        return new Sketch(fields, questions);
    }

    /** What a session is for: the first line of its documentation. */
    public static String purpose(NoxSession session) {
        String description = session.description().strip().replaceAll("\\s+", " ");
        return description.isEmpty() ? "Run nox -s " + session.name() : description;
    }

    /** The interpreters in the noxfile's form: a list, one version, none. */
    public static @Nullable Value python(Draft draft) {
        String python = draft.first().python();
        if (!draft.pythons().isEmpty()) {
            return draft.pythons().stream().allMatch(NoxSession::isVersion) ? Value.texts(draft.pythons()) : null;
        }
        return python == null || !draft.isFound() ? null : Value.of(python);
    }

    /** The parameters: a mapping if they are all combinations of texts, else a list; absent where there are none. */
    public static @Nullable Value parameters(Draft draft) {
        if (draft.parameters().isEmpty()) {
            return null;
        }
        Map<String, Value> axes = new LinkedHashMap<>();
        Folding.axes(draft.parameters()).forEach((name, values) -> axes.put(name, Value.texts(List.copyOf(values))));
        return axes.isEmpty() ? Value.texts(draft.parameters()) : new Value.Fields(axes);
    }

    /**
     * The fields in lines, the questions behind them.
     *
     * @param indent of each field
     * @param step how much deeper it is inside a field
     */
    public List<String> lines(int indent, int step) {
        List<String> lines = new ArrayList<>();
        fields.forEach((key, value) -> {
            String question = questions.get(key);
            field(key, value, question == null ? "" : " # " + question, indent, step, lines);
        });
        return lines;
    }

    private static void field(String key, Value value, String after, int indent, int step, List<String> lines) {
        String head = " ".repeat(indent) + YamlText.string(key, false) + ":";
        if (value instanceof Value.Fields inside) {
            lines.add(head);
            inside.fields().forEach((name, each) -> field(name, each, "", indent + step, step, lines));
        } else if (value instanceof Value.Items list) {
            String line = head + " " + YamlText.flow(list, "");
            if (line.length() <= WIDTH) {
                lines.add(line);
                return;
            }
            lines.add(head);
            String dash = " ".repeat(indent + step) + "- ";
            list.items().forEach(item -> lines.add(dash + YamlText.scalar(item, false)));
        } else {
            lines.add(head + " " + YamlText.scalar(value, false) + after);
        }
    }
}
