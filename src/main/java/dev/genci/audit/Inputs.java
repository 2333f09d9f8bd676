package dev.genci.audit;

import dev.genci.workflow.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inputs of a local action or of a called workflow. */
final class Inputs {
    private Inputs() {}

    /**
     * Those of a workflow whose callers are not known: what has no default may be anything.
     *
     * @param declared with their defaults
     */
    static Content open(Settings declared) {
        Map<String, Content> values = new LinkedHashMap<>();
        for (String name : declared.names()) {
            Settings input = declared.in(name);
            values.put(name, input.has("default") ? Content.of(input.get("default")) : new Content.Unknown());
        }
        return new Content.Context(values, true);
    }

    /**
     * Their values.
     *
     * @param declared with their defaults
     * @param given by who uses it
     * @param scope of what is given
     */
    static Content of(Settings declared, Settings given, Content scope) {
        Map<String, Content> values = new LinkedHashMap<>();
        for (String name : declared.names()) {
            values.put(name, Content.of(declared.in(name).get("default")));
        }
        for (String name : given.names()) {
            String written = given.text(name);
            String text = Template.text(written, scope);
            Content value = Template.isExpression(written)
                    ? Template.value(written.strip(), scope)
                    : text == null ? new Content.Unknown() : Content.of(given.get(name));
            values.put(
                    name,
                    written.contains(Template.OPEN) && text != null && !Template.isExpression(written)
                            ? new Content.Text(text)
                            : value);
        }
        return new Content.Context(values, true);
    }
}
