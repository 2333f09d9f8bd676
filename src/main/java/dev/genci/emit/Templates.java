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
    /** The indentation of a step: its template begins at the margin. */
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

    /** Those of this program, parsed once in a process. */
    static final Templates PACKED = new Templates(TemplateFiles.PACKED);

    /**
     * A template, and the declaration in its first line: {@code <#-- sign: nox, anchor: run-nox, list: nox -->}.
     *
     * @param sign a text by which the steps that it writes can be known; may be empty
     * @param anchor what such a step is called, where jobs share it
     * @param list what a list with such a step is called, where jobs share it; may be empty
     */
    record Form(Template template, String sign, String anchor, String list) {}

    private final TemplateFiles files;
    private final Configuration configuration;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    /** Parses the usual ones at once, on a separate thread. */
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
    Form get(String name) {
        return forms.computeIfAbsent(name, this::parse);
    }

    private Form parse(String name) {
        String text = files.text(name + ".ftl");
        String declaration = text.startsWith("<#--") ? text.substring(0, text.indexOf('\n') + 1) : "";
        try {
            StringReader rest = new StringReader(text.substring(declaration.length()));
            return new Form(
                    new Template(name, rest, configuration),
                    declared(declaration, "sign: "),
                    declared(declaration, "anchor: "),
                    declared(declaration, "list: "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String declared(String declaration, String what) {
        int start = declaration.indexOf(what);
        if (start < 0) {
            return "";
        }
        int comma = declaration.indexOf(',', start);
        return declaration.substring(start + what.length(), comma < 0 ? declaration.indexOf(" -->") : comma);
    }

    /** The text that a template gives with facts. */
    String text(Form form, Map<String, Object> facts) {
        StringWriter text = new StringWriter();
        write(form, facts, text);
        return text.toString();
    }

    /** Writes a template with facts. */
    void write(Form form, Map<String, Object> facts, Writer out) {
        TemplateMethodModelEx script = arguments -> {
            String lines = script(arguments.get(0).toString()).text(facts);
            // What stands between the lines, if the template says it: its own replace would load all built-ins.
            return new SimpleScalar(
                    arguments.size() > 1 ? lines.replace("\n", arguments.get(1).toString()) : lines);
        };
        Map<String, Object> all = new HashMap<>(facts);
        all.put("script", script);
        try {
            form.template().process(all, out);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("the template " + form.template().getName() + " failed", e);
        }
    }

    private Script script(String name) {
        return scripts.computeIfAbsent(name, file -> Script.of(files.text("scripts/" + file)));
    }
}
