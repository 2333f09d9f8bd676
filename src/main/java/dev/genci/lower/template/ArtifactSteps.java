package dev.genci.lower.template;

import dev.genci.data.Value;
import dev.genci.lower.row.Row;
import dev.genci.manifest.Located;
import dev.genci.manifest.Location;
import dev.genci.manifest.Upload;
import dev.genci.manifest.Work;
import dev.genci.pipeline.ArtifactStep;
import dev.genci.pipeline.MayFail;
import dev.genci.pipeline.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    static Step upload(Work work, Upload upload, int rows, MayFail mayFail) {
        List<String> paths = paths(work, upload);
        Map<String, Value> inputs = new LinkedHashMap<>();
        inputs.put("path", Value.of(ArtifactPaths.text(paths)));
        Boolean hidden = upload.hiddenFiles();
        if (hidden == null ? ArtifactPaths.nameHidden(paths) : hidden) {
            inputs.put("include-hidden-files", Value.of(true));
        }
        String missing = upload.ifNoFilesFound();
        inputs.put("if-no-files-found", Value.of(missing == null ? mayFail.either("warn", "error") : missing));
        Integer days = upload.retentionDays();
        if (days != null) {
            inputs.put("retention-days", Value.of(days));
        }
        Located<Integer> level = upload.compressionLevel();
        if (level != null) {
            inputs.put(ArtifactStep.Upload.COMPRESSION, Value.of(level.value()));
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
    static List<String> paths(Work work, Upload upload) {
        return upload.paths().stream()
                .map(path -> work.job().location().inWorkspace(path.value()))
                .toList();
    }

    /**
     * The steps that bring the files of sessions and jobs.
     *
     * @param location of the session that takes them
     */
    List<Step> downloads(List<Source> sources, Location location, boolean bash) {
        return sources.isEmpty() ? List.of() : new DownloadSteps(patterns, names, location, bash).of(sources);
    }
}
