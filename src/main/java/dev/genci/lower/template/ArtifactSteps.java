package dev.genci.lower.template;

import dev.genci.data.Value;
import dev.genci.lower.row.Row;
import dev.genci.manifest.Located;
import dev.genci.manifest.Location;
import dev.genci.manifest.Upload;
import dev.genci.manifest.Work;
import dev.genci.pipeline.ArtifactStep;
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

    /** The step that leaves files of an entry. */
    static Step upload(Work work, Upload upload, int rows) {
        List<String> paths = paths(work, upload);
        Map<String, Value> inputs = new LinkedHashMap<>();
        inputs.put("path", Value.of(ArtifactPaths.text(paths)));
        Boolean hidden = upload.hiddenFiles();
        if (hidden == null ? ArtifactPaths.nameHidden(paths) : hidden) {
            inputs.put("include-hidden-files", Value.of(true));
        }
        String missing = upload.ifNoFilesFound();
        String usual = work.job().allowFailure() ? "warn" : "error";
        inputs.put("if-no-files-found", Value.of(missing == null ? usual : missing));
        Integer days = upload.retentionDays();
        if (days != null) {
            inputs.put("retention-days", Value.of(days));
        }
        Located<String> condition = upload.condition();
        Located<String> name = upload.name();
        String called = name == null ? OF_ROW : rows == 1 ? name.value() : name.value() + "-" + OF_ROW;
        return new ArtifactStep.Upload(
                called,
                new Value.Fields(inputs),
                condition == null ? null : TemplateFactory.expression(condition.value()));
    }

    /** Relative to the workspace. */
    private static List<String> paths(Work work, Upload upload) {
        return upload.paths().stream()
                .map(path -> work.job().location().inWorkspace(path.value()))
                .toList();
    }

    /**
     * The steps that bring the files of a source.
     *
     * @param location of the session that takes them
     */
    List<Step> downloads(Source source, Location location, boolean bash) {
        Located<String> one = source.named();
        if (one != null) {
            return List.of(ofJob(source, one.value(), location));
        }
        List<Upload> uploads = source.work().job().artifacts().uploads().stream()
                .filter(source.download()::takes)
                .toList();
        // Of one artifact the download says itself that it is not there.
        boolean someMayLack = source.download().join() != null
                && uploads.size() * source.rows().size() > 1;
        List<Step> steps = new ArrayList<>();
        for (Upload upload : uploads) {
            List<String> own = source.rows().stream()
                    .map(row -> name(upload, row, source.rows().size()))
                    .toList();
            add(source, location, upload, own, someMayLack, steps);
        }
        if (someMayLack) {
            steps.add(new ArtifactStep.PutBack(source.work().name(), bash));
        }
        return steps;
    }

    /** The step that brings an artifact of a job: it is there, or the step fails. */
    private static Step ofJob(Source source, String name, Location location) {
        Located<String> into = source.download().into();
        String folder = location.inWorkspace(into == null ? "." : into.value() + "/" + name);
        return new ArtifactStep.Download(
                name, Value.fields().with("name", Value.of(name)).with("path", Value.of(folder)), false);
    }

    private void add(
            Source source, Location location, Upload upload, List<String> own, boolean mayLack, List<Step> steps) {
        Located<String> into = source.download().into();
        String folder =
                into == null ? ArtifactPaths.root(paths(source.work(), upload)) : location.inWorkspace(into.value());
        folder = mayLack ? ArtifactStep.PutBack.FOLDER + (folder.equals(".") ? "" : "/" + folder) : folder;
        String work = source.work().name();
        // A folder for each artifact: download-artifact makes none where a pattern finds one artifact alone.
        boolean severalForSure = source.download().join() == null && isSure(source.work(), upload);
        String pattern = patterns && own.size() > 1 && (into == null || severalForSure) ? pattern(own) : null;
        if (pattern != null) {
            Value.Fields inputs =
                    Value.fields().with("pattern", Value.of(pattern)).with("path", Value.of(folder));
            Value.Fields merged = into == null ? inputs.with("merge-multiple", Value.of(true)) : inputs;
            steps.add(new ArtifactStep.Download(work, merged, false));
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            String name = own.get(i);
            String path = into == null ? folder : folder + "/" + name;
            // In the log each of several steps says what it is for.
            String row = upload.name() == null ? source.rows().get(i).name().text() : name;
            String from = own.size() == 1 ? work : row;
            steps.add(new ArtifactStep.Download(
                    from, Value.fields().with("name", Value.of(name)).with("path", Value.of(path)), mayLack));
        }
    }

    /** Whether a session that succeeded has left an artifact in each of its rows. */
    private static boolean isSure(Work work, Upload upload) {
        String none = upload.ifNoFilesFound();
        return upload.condition() == null
                && (none == null || none.equals("error"))
                && work.parts().stream().noneMatch(part -> part.job().allowFailure());
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
