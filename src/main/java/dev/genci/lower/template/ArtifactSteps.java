package dev.genci.lower.template;

import dev.genci.data.Value;
import dev.genci.lower.row.Row;
import dev.genci.manifest.Located;
import dev.genci.manifest.Upload;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the steps that bring files from job to job.
 *
 * @param patterns whether the forge's actions can download all artifacts whose names match a pattern
 * @param names of all artifacts of the workflow
 */
public record ArtifactSteps(boolean patterns, Set<String> names) {

    /** In the name of an upload: the row's own name, which is filled in for each job. */
    static final String OF_ROW = "\0";

    /** The name of the artifact that a row of an entry leaves. */
    public static String name(Upload upload, Row row, int rows) {
        String own = row.artifact().text();
        return upload.name() == null
                ? own
                : rows == 1 ? upload.name().value() : upload.name().value() + "-" + own;
    }

    /** The step that leaves files. */
    static Step upload(Upload upload, int rows, boolean mayFail) {
        List<String> paths = Located.values(upload.paths());
        Map<String, Value> inputs = new LinkedHashMap<>();
        inputs.put("path", Value.of(ArtifactPaths.text(paths)));
        Boolean hidden = upload.hiddenFiles();
        if (hidden == null ? ArtifactPaths.nameHidden(paths) : hidden) {
            inputs.put("include-hidden-files", Value.of(true));
        }
        String missing = upload.ifNoFilesFound();
        inputs.put("if-no-files-found", Value.of(missing == null ? mayFail ? "warn" : "error" : missing));
        Integer days = upload.retentionDays();
        if (days != null) {
            inputs.put("retention-days", Value.of(days));
        }
        Located<String> condition = upload.condition();
        Located<String> name = upload.name();
        String called = name == null ? OF_ROW : rows == 1 ? name.value() : name.value() + "-" + OF_ROW;
        return new Step.Upload(
                called,
                new Value.Fields(inputs),
                condition == null ? null : TemplateFactory.expression(condition.value()));
    }

    /** The steps that bring the files of a source. */
    List<Step> downloads(Source source) {
        List<Step> steps = new ArrayList<>();
        for (Upload upload : source.work().job().artifacts().uploads()) {
            if (source.download().takes(upload)) {
                List<String> own = source.rows().stream()
                        .map(row -> name(upload, row, source.rows().size()))
                        .toList();
                add(source.work(), upload, source.download().into(), own, steps);
            }
        }
        return steps;
    }

    private void add(Work work, Upload upload, @Nullable Located<String> into, List<String> own, List<Step> steps) {
        String root = ArtifactPaths.root(Located.values(upload.paths()));
        String pattern = patterns && own.size() > 1 ? pattern(own) : null;
        if (pattern != null) {
            Value.Fields inputs = Value.fields().with("pattern", Value.of(pattern));
            inputs = into == null
                    ? inputs.with("path", Value.of(root)).with("merge-multiple", Value.of(true))
                    : inputs.with("path", Value.of(into.value()));
            steps.add(new Step.Download(work.name(), inputs));
            return;
        }
        for (String name : own) {
            String path = into == null ? root : into.value() + "/" + name;
            steps.add(new Step.Download(
                    work.name(), Value.fields().with("name", Value.of(name)).with("path", Value.of(path))));
        }
    }

    /** A pattern that no other name of the workflow matches; absent where there is none. */
    private @Nullable String pattern(List<String> own) {
        String prefix = own.get(0);
        for (String name : own) {
            while (!name.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        // A whole word reads better than all that the names have in common.
        String word = prefix.substring(0, prefix.lastIndexOf('-') + 1);
        return isExact(word, own) ? word + "*" : isExact(prefix, own) ? prefix + "*" : null;
    }

    private boolean isExact(String prefix, List<String> own) {
        return names.stream().allMatch(name -> own.contains(name) || !name.startsWith(prefix));
    }
}
