package dev.genci.audit;

import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables and contexts of a step: those of the workflow, of the job, of the step, each in terms of what is around it.
 *
 * @param contexts but for {@code env}
 */
record Environment(Map<String, Content> contexts, Map<String, Argument> variables) {

    /** More variables than people write are not worked out, row by row. */
    private static final int MOST = 1_000;

    /** Without variables. */
    Environment(Map<String, Content> contexts) {
        this(contexts, Map.of());
    }

    /** With one more context. */
    Environment with(String context, Content values) {
        Map<String, Content> more = new LinkedHashMap<>(contexts);
        more.put(context, values);
        return new Environment(more, variables);
    }

    /** With the variables of {@code env}. */
    Environment with(Settings settings) {
        Settings env = settings.in("env");
        if (env.names().isEmpty() || env.names().size() > MOST) {
            return this;
        }
        Content scope = scope();
        Map<String, Argument> more = new LinkedHashMap<>(variables);
        for (String name : env.names()) {
            more.put(name, argument(env.get(name), scope));
        }
        return new Environment(contexts, more);
    }

    /** With more variables. */
    Environment with(Map<String, Argument> added) {
        Map<String, Argument> more = new LinkedHashMap<>(variables);
        more.putAll(added);
        return new Environment(contexts, more);
    }

    private static Argument argument(@Nullable YamlNode node, Content scope) {
        if (!(node instanceof YamlScalar scalar)) {
            return new Argument("", false);
        }
        String written = scalar.text().contains(Template.OPEN)
                ? scalar.text()
                : String.valueOf(Content.of(node).text());
        String text = Template.text(written, scope);
        return text == null ? new Argument(scalar.text(), false) : new Argument(text, true);
    }

    /** What expressions read. */
    Content scope() {
        Map<String, Content> env = new LinkedHashMap<>();
        variables.forEach(
                (name, value) -> env.put(name, value.known() ? new Content.Text(value.text()) : new Content.Unknown()));
        Map<String, Content> all = new LinkedHashMap<>(contexts);
        all.put("env", new Content.Context(env, false));
        return new Content.Context(all, false);
    }
}
