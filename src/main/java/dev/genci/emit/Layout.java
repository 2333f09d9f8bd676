package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.emit.Views.JobView;
import dev.genci.emit.Views.StepView;
import dev.genci.emit.Views.WorkflowView;
import dev.genci.emit.WorkflowTree.JobTree;
import dev.genci.emit.WorkflowTree.StepTree;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays a tree out as text, by the templates. They know the order of sections, comments and blank lines; every value
 * reaches them as finished YAML.
 */
public final class Layout {
    /** Two spaces a level: where a job's and a step's keys stand. */
    private static final int JOB = 4;

    private static final int STEP = 8;

    private final Configuration configuration;
    private final Template template;

    /** Prepares the templates. */
    public Layout() {
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(Layout.class.getClassLoader(), "templates"));
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
        template = template("workflow.ftl");
        // Included by the first; to have them parsed is what takes the time.
        template("job.ftl");
        template("step.ftl");
    }

    private Template template(String name) {
        try {
            return configuration.getTemplate(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a workflow; it ends in one line break. */
    public String text(WorkflowTree tree, List<String> header) {
        StringWriter out = new StringWriter();
        try {
            template.process(view(tree, header), out);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("a template failed", e);
        }
        return out.toString();
    }

    private static WorkflowView view(WorkflowTree tree, List<String> header) {
        Map<String, Value> top = tree.top().fields();
        return new WorkflowView(
                header,
                YamlText.string(((Value.Text) top.getOrDefault("name", Value.of(""))).text(), false),
                YamlText.block(top.getOrDefault("on", Value.fields()), 2),
                section(top, "permissions"),
                tree.comments().get("concurrency"),
                section(top, "concurrency"),
                section(top, "env"),
                tree.jobs().stream().map(Layout::job).toList());
    }

    /** A section of the top level: never on one line, unless it is empty or a single word. */
    private static @Nullable String section(Map<String, Value> top, String key) {
        Value value = top.get(key);
        if (value == null) {
            return null;
        }
        boolean block = value instanceof Value.Fields fields && !fields.isEmpty();
        return block ? "\n" + YamlText.block(value, 2) : YamlText.after(value, 0, key.length() + 1);
    }

    private static JobView job(JobTree job) {
        List<String> fields = new ArrayList<>();
        job.fields().fields().forEach((key, value) -> fields.add(jobField(key, value)));
        return new JobView(
                job.comments().stream().map(Layout::comment).toList(),
                YamlText.string(job.id(), false),
                fields,
                job.alias() ? job.anchor() : null,
                job.alias() ? null : job.anchor(),
                job.alias() ? List.of() : job.steps().stream().map(Layout::step).toList());
    }

    /** The matrix is always opened up: it is what people look for. */
    private static String jobField(String key, Value value) {
        if (!key.equals("strategy")) {
            return YamlText.field(key, value, JOB);
        }
        StringBuilder text = new StringBuilder("strategy:");
        ((Value.Fields) value).fields().forEach((name, part) -> {
            text.append("\n      ");
            if (name.equals("matrix")) {
                text.append("matrix:");
                ((Value.Fields) part).fields().forEach((axis, values) -> text.append(axis(axis, values)));
            } else {
                text.append(YamlText.field(name, part, JOB + 2));
            }
        });
        return text.toString();
    }

    private static String axis(String name, Value values) {
        int indent = JOB + 4;
        String text = name.equals("include")
                ? "include:\n" + YamlText.block(values, indent + 2)
                : YamlText.field(name, values, indent);
        return "\n" + " ".repeat(indent) + text;
    }

    private static StepView step(StepTree step) {
        List<String> fields = new ArrayList<>();
        step.fields().fields().forEach((key, value) -> {
            String comment = key.equals("uses") && step.version() != null ? " # " + step.version() : "";
            fields.add(YamlText.field(key, value, STEP) + comment);
        });
        return new StepView(
                step.comments().stream().map(Layout::comment).toList(),
                fields.get(0),
                fields.subList(1, fields.size()));
    }

    /** A text on one line, without characters that would end the comment, or that no YAML may hold. */
    private static String comment(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().map(c -> YamlText.isPrintable(c) ? c : ' ').forEach(out::appendCodePoint);
        return out.toString().strip();
    }
}
