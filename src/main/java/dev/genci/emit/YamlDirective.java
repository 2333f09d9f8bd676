package dev.genci.emit;

import dev.genci.data.Value;
import freemarker.core.Environment;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;

/**
 * Writes the text inside the directive as one YAML value: {@code name: <@yaml>Save [=folder]</@yaml>}, in quotes where
 * they are needed. {@code flow=true} means that the value is inside brackets.
 *
 * <p>With a line break after the tag it contains whole lines, such as a script's: one stays on the line of its key, several
 * become a block below it.
 */
final class YamlDirective implements TemplateDirectiveModel {
    private final YamlText yaml;

    YamlDirective(YamlText yaml) {
        this.yaml = yaml;
    }

    @Override
    public void execute(
            Environment environment,
            @SuppressWarnings("rawtypes") Map parameters,
            TemplateModel[] loopVariables,
            TemplateDirectiveBody body)
            throws TemplateException, IOException {
        StringWriter written = new StringWriter();
        body.render(written);
        String text = written.toString();
        Writer out = environment.getOut();
        if (parameters.get("flow") instanceof TemplateBooleanModel flow && flow.getAsBoolean()) {
            out.write(YamlText.string(text, true));
            return;
        }
        boolean lines = text.startsWith("\n");
        if (lines) {
            text = text.substring(1);
            boolean one = text.endsWith("\n") && text.indexOf('\n') == text.length() - 1;
            text = one ? text.substring(0, text.length() - 1).stripLeading() : text;
        }
        int indentation = ((IndentedWriter) out).indentation();
        // The template has the space after the key's colon.
        out.write(yaml.after(Value.of(text), indentation, 0).substring(1));
        if (lines) {
            out.write('\n');
        }
    }
}
