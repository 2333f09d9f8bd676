package dev.genci.compiler;

import dev.genci.analysis.Analysis;
import dev.genci.data.KnownReleases;
import dev.genci.data.Pin;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.emit.Pins;
import dev.genci.emit.WorkflowWriter;
import dev.genci.emit.WrittenWorkflow;
import dev.genci.lower.Lowering;
import dev.genci.lower.SelfCheck;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.Pipeline;
import dev.genci.source.Place;
import dev.genci.workspace.Project;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From the analysis to the workflow of one target. Targets do not know of each other, and are compiled side by side.
 *
 * @param strict whether committed pins are kept only if their versions are known
 */
record TargetCompiler(
        Analysis analysis,
        Project project,
        Deferred<WorkflowWriter> writer,
        Deferred<KnownReleases> releases,
        boolean strict) {

    /**
     * The last stages.
     *
     * @param committed the workflows that are there, whose pins are kept: those of the first win
     */
    Outcome<EmittedFile> compile(TargetSettings settings, List<CommittedWorkflow> committed) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        SelfCheck selfCheck = selfCheck(settings, committed, diagnostics);
        Outcome<Pipeline> pipeline = Lowering.lower(analysis, settings, selfCheck);
        diagnostics.addAll(pipeline.diagnostics());
        if (pipeline.value() == null) {
            return Outcome.failed(diagnostics);
        }
        Map<String, Pin> kept = CommittedPins.of(committed);
        PinResolver resolver = new PinResolver(analysis.manifest(), settings.forge(), kept, releases, strict);
        Pins pins = resolver.resolve();
        diagnostics.addAll(resolver.diagnostics());
        return emit(pipeline.value(), settings, pins, resolver.unverified(), committed)
                .after(diagnostics);
    }

    private @Nullable SelfCheck selfCheck(
            TargetSettings settings, List<CommittedWorkflow> committed, List<Diagnostic> diagnostics) {
        Place place = analysis.manifest().selfCheck();
        return place != null && analysis.manifest().checksItself(settings.id())
                ? new SelfChecks(project, place, strict, diagnostics).of(committed)
                : null;
    }

    private Outcome<EmittedFile> emit(
            Pipeline pipeline,
            TargetSettings settings,
            Pins pins,
            List<String> unverifiedPins,
            List<CommittedWorkflow> committed) {
        WorkflowLimits limits = new WorkflowLimits(settings);
        List<Diagnostic> exceeded = limits.ofNeeds(pipeline);
        if (!exceeded.isEmpty()) {
            return Outcome.failed(exceeded);
        }
        WrittenWorkflow written = writer.get()
                .write(
                        pipeline,
                        pins,
                        settings.forge(),
                        settings.anchors(),
                        project.manifest(),
                        project.writeCommand());
        exceeded = limits.of(pipeline, written.text());
        if (!exceeded.isEmpty()) {
            return Outcome.failed(exceeded);
        }
        String path = settings.file().value();
        ReadBack.check(path, tree(path, written.text(), committed), written, pipeline);
        return Outcome.of(new EmittedFile(settings.id(), path, written.text(), unverifiedPins), List.of());
    }

    /** Parses the text, unless that was done when its pins were read: most often, what is committed is current. */
    private static YamlTree tree(String path, String text, List<CommittedWorkflow> committed) {
        for (CommittedWorkflow one : committed) {
            YamlTree tree = one.treeOf(text);
            if (tree != null) {
                return tree;
            }
        }
        return ReadBack.read(path, text);
    }
}
