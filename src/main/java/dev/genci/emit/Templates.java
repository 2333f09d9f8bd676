package dev.genci.emit;

import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates: the whole form of a workflow. What reaches them are facts, and values that are finished YAML. They use
 * neither built-ins nor comparisons, the first of which cost a program of a tenth of a second as much as all the rest.
 */
final class Templates {
    /** Where a step stands: what a step's template writes begins at the margin. */
    static final int STEP = 6;

    /** What nearly every workflow needs. */
    private static final List<String> USUAL = List.of(
            "workflow",
            "job",
            "steps/check-out",
            "steps/setup-python",
            "steps/describe",
            "steps/restore-cache",
            "steps/install-nox",
            "steps/run-nox",
            "steps/decide");

    private final TemplateFiles files;
    private final Configuration configuration;
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    /** Parses the usual ones at once: this is done on a thread beside. */
    Templates(TemplateFiles files) {
        this.files = files;
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setObjectWrapper(new FactWrapper());
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setSharedVariable("yaml", new YamlDirective(YamlText.OF_STEPS));
        USUAL.forEach(this::get);
    }

    /**
     * A template.
     *
     * @param name its path below the folder of templates, without its ending
     */
    Template get(String name) {
        return parsed.computeIfAbsent(name, this::parse);
    }

    private Template parse(String name) {
        try {
            return new Template(name, new StringReader(files.text(name + ".ftl")), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text that a template gives with facts. */
    String text(Template template, Map<String, Object> facts) {
        StringWriter text = new StringWriter();
        write(template, facts, text);
        return text.toString();
    }

    /** Writes a template with facts. */
    void write(Template template, Map<String, Object> facts, Writer out) {
        TemplateMethodModelEx script = arguments ->
                new SimpleScalar(script(arguments.get(0).toString()).text(facts));
        Map<String, Object> all = new HashMap<>(facts);
        all.put("script", script);
        try {
            template.process(all, out);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("the template " + template.getName() + " failed", e);
        }
    }

    private Script script(String name) {
        return scripts.computeIfAbsent(name, file -> Script.of(files.text("scripts/" + file)));
    }
}
