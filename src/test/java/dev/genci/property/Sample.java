package dev.genci.property;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.compiler.Targets;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.emit.Target;
import dev.genci.lower.Legalizer;
import dev.genci.lower.Lowering;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.Pipeline;
import dev.genci.report.TextReport;
import dev.genci.simulation.Workflow;
import dev.genci.source.SourceFile;
import dev.genci.workspace.Base;
import dev.genci.workspace.CommittedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A manifest compiled for one target, with everything that can be compared.
 *
 * @param origin the seed or the file
 */
public record Sample(
        String origin, String manifest, Spec spec, Pipeline pipeline, EmittedFile file, Workflow workflow) {

    private static final Compiler COMPILER = new Compiler();

    /** Compiles a manifest for all its targets. */
    public static List<Sample> of(String origin, String manifest) {
        SourceFile source = new SourceFile("sessions.yaml", manifest);
        List<Sample> samples = new ArrayList<>();
        try {
            Outcome<Analysis> analyzed = COMPILER.analyze(source);
            Analysis analysis = required(analyzed);
            List<EmittedFile> files = compile(source);
            for (TargetSettings settings : analysis.manifest().targets()) {
                Target target = Targets.of(settings.id());
                Pipeline pipeline = required(Legalizer.apply(
                        required(Lowering.lower(analysis, settings, target.dialect())),
                        target.dialect(),
                        settings.id(),
                        settings.place()));
                EmittedFile file = files.stream()
                        .filter(emitted -> emitted.target().equals(settings.id()))
                        .findFirst()
                        .orElseThrow();
                Spec spec = new Spec(manifest, settings.id());
                samples.add(new Sample(origin, manifest, spec, pipeline, file, Workflow.of(file.text())));
            }
            return samples;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(origin + ":\n" + manifest, e);
        }
    }

    /** The files of a manifest in a folder where nothing is committed. */
    public static List<EmittedFile> compile(SourceFile source) {
        try {
            Path folder = Files.createTempDirectory("gen-ci");
            try {
                CommittedFiles committed = new CommittedFiles(Base.of(folder.resolve(source.name())));
                return required(COMPILER.compile(source, committed, Manifest::targets, false));
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T required(Outcome<T> outcome) {
        T value = outcome.value();
        if (value == null || outcome.hasErrors()) {
            throw new AssertionError(new TextReport(false).print(outcome.diagnostics()));
        }
        return value;
    }

    /** Runs a check; what it finds is told with the manifest. */
    public void check(Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    origin + ", " + spec.target() + ":\n" + manifest + "\n" + file.text() + "\n" + e.getMessage(), e);
        }
    }
}
