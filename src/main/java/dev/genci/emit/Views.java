package dev.genci.emit;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the templates see. Every text is finished: a comment without its sign, or YAML. Models of FreeMarker's own kind,
 * because it takes longer to look into a bean than to lay out a workflow.
 */
final class Views {
    private Views() {}

    /** A view: a name gives a model. */
    private interface View extends TemplateHashModel {
        @Override
        default boolean isEmpty() {
            return false;
        }
    }

    /** A list of models. */
    private record Sequence(List<? extends TemplateModel> models) implements TemplateSequenceModel {
        @Override
        public TemplateModel get(int index) {
            return models.get(index);
        }

        @Override
        public int size() {
            return models.size();
        }
    }

    /**
     * A workflow.
     *
     * @param header comment lines
     * @param name what stands behind the key's colon, as in all that follows
     */
    record WorkflowView(
            List<String> header,
            String name,
            String triggers,
            @Nullable String permissions,
            @Nullable String concurrencyComment,
            @Nullable String concurrency,
            @Nullable String env,
            List<JobView> jobs)
            implements View {
        @Override
        public @Nullable TemplateModel get(String key) {
            return switch (key) {
                case "header" -> texts(header);
                case "name" -> text(name);
                case "triggers" -> text(triggers);
                case "permissions" -> text(permissions);
                case "concurrencyComment" -> text(concurrencyComment);
                case "concurrency" -> text(concurrency);
                case "env" -> text(env);
                case "jobs" -> new Sequence(jobs);
                default -> null;
            };
        }
    }

    /**
     * A job.
     *
     * @param id quoted where it must be: {@code on} and {@code null}
     * @param fields each a key with its value
     * @param alias the anchor of the steps that it shares
     * @param anchor the anchor of its own steps
     */
    record JobView(
            List<String> comments,
            String id,
            List<String> fields,
            @Nullable String alias,
            @Nullable String anchor,
            List<StepView> steps)
            implements View {
        @Override
        public @Nullable TemplateModel get(String key) {
            return switch (key) {
                case "comments" -> texts(comments);
                case "id" -> text(id);
                case "fields" -> texts(fields);
                case "alias" -> text(alias);
                case "anchor" -> text(anchor);
                case "steps" -> new Sequence(steps);
                default -> null;
            };
        }
    }

    /**
     * A step.
     *
     * @param first the field behind the dash
     */
    record StepView(List<String> comments, String first, List<String> fields) implements View {
        @Override
        public @Nullable TemplateModel get(String key) {
            return switch (key) {
                case "comments" -> texts(comments);
                case "first" -> text(first);
                case "fields" -> texts(fields);
                default -> null;
            };
        }
    }

    private static @Nullable TemplateModel text(@Nullable String text) {
        return text == null ? null : new SimpleScalar(text);
    }

    private static TemplateModel texts(List<String> texts) {
        return new Sequence(texts.stream().map(SimpleScalar::new).toList());
    }
}
