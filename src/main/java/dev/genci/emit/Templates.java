package dev.genci.emit;

import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** The templates: the whole form of a workflow. What reaches them are facts, and values that are finished YAML. */
final class Templates {
    /** Where a step stands: what a step's template writes begins at the margin. */
    static final int STEP = 6;

    private final Configuration configuration;

    Templates() {
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new TemplateFiles());
        configuration.setObjectWrapper(new FactWrapper());
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setSharedVariable("yaml", new YamlDirective(YamlText.OF_STEPS));
    }

    /**
     * A template.
     *
     * @param name its path below the folder of templates, without its ending
     */
    Template get(String name) {
        try {
            return configuration.getTemplate(name + ".ftl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a template with facts. */
    void write(Template template, Map<String, Object> facts, Writer out) {
        try {
            template.process(facts, out);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("the template " + template.getName() + " failed", e);
        }
    }
}
