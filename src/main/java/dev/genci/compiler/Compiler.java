package dev.genci.compiler;

import dev.genci.analysis.Analysis;
import dev.genci.analysis.rule.Analyzer;
import dev.genci.data.KnownReleases;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.emit.EmittedFile;
import dev.genci.emit.WorkflowWriter;
import dev.genci.lower.Lowering;
import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.CheckedTree;
import dev.genci.manifest.Entry;
import dev.genci.manifest.HiddenCharacters;
import dev.genci.manifest.JobSettings;
import dev.genci.manifest.Located;
import dev.genci.manifest.Location;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.ManifestBinder;
import dev.genci.manifest.SchemaChecker;
import dev.genci.manifest.SessionsSchema;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Pipeline;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.HashPatterns;
import dev.genci.workspace.Project;
import dev.genci.workspace.Repository;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * From a manifest to workflows. The stages, each with a type of its own:
 *
 * <ol>
 *   <li>read: {@link SourceFile} to {@link YamlTree}, by {@link YamlReader}
 *   <li>check: against the schema, to {@link CheckedTree}, by {@link SchemaChecker}
 *   <li>bind: to {@link Manifest}, by {@link ManifestBinder}
 *   <li>analyse: to {@link Analysis}, by {@link Analyzer}
 *   <li>lower, for each target: to {@link Pipeline}, by {@link Lowering}
 *   <li>emit: to {@link EmittedFile}, by {@link WorkflowWriter}
 *   <li>read back: the text is read again and compared with the pipeline, by {@link ReadBack}
 * </ol>
 *
 * <p>A mistake in the manifest is a diagnostic; a text that does not equal the pipeline is a bug and throws.
 */
public final class Compiler {
    /** With more mistakes of form, nobody looks for others yet: each rule would take its time. */
    static final int ENOUGH = 1_000;

    private final Deferred<SessionsSchema> schema = new Deferred<>(SessionsSchema::new);
    private final Deferred<KnownReleases> releases = new Deferred<>(KnownReleases::new);
    private final Deferred<WorkflowWriter> writer = new Deferred<>(WorkflowWriter::new);

    /** Starts to make what {@link #analyze} needs, on another thread: to be called while there is something else to do. */
    public void prepareToAnalyze() {
        schema.start();
    }

    /** The same for {@link #compile}. */
    public void prepare() {
        schema.start();
        writer.start();
    }

    /**
     * The first four stages.
     *
     * @return the analysis of every workflow, that of the top level first; no value when there is an error
     */
    public Outcome<List<Analysis>> analyze(SourceFile source) {
        Outcome<List<Manifest>> bound = bind(source);
        List<Manifest> manifests = bound.value();
        if (manifests == null || manifests.isEmpty()) {
            return Outcome.failed(bound.diagnostics());
        }
        if (bound.hasErrors() && bound.diagnostics().size() > ENOUGH) {
            return Outcome.failed(bound.diagnostics());
        }
        Outcome<List<Analysis>> analysis = Analyzer.analyze(manifests).after(bound.diagnostics());
        return bound.hasErrors() ? Outcome.failed(analysis.diagnostics()) : analysis;
    }

    private Outcome<List<Manifest>> bind(SourceFile source) {
        Outcome<YamlTree> read = YamlReader.read(source);
        if (read.value() == null) {
            return Outcome.failed(read.diagnostics());
        }
        Outcome<CheckedTree> checked =
                SchemaChecker.check(read.value(), schema.get()).after(read.diagnostics());
        List<Diagnostic> hidden = HiddenCharacters.in(read.value());
        CheckedTree tree = checked.value();
        return new Outcome<>(
                tree == null ? null : ManifestBinder.bind(tree),
                checked.after(hidden).diagnostics());
    }

    /**
     * All stages.
     *
     * @param committed the files of the repository
     * @param targets chooses those to compile for, for each workflow that is written; all are compiled side by side
     * @param pins how far the pins of committed files are believed
     * @return a file per workflow and target, in order; no value when there is an error
     * @throws IOException when a committed file cannot be read
     */
    public Outcome<List<EmittedFile>> compile(
            SourceFile source,
            CommittedFiles committed,
            Function<Manifest, List<TargetSettings>> targets,
            PinPolicy pins)
            throws IOException {
        return compile(analyze(source), committed, targets, pins);
    }

    /** The same, of what {@link #analyze} has made. */
    public Outcome<List<EmittedFile>> compile(
            Outcome<List<Analysis>> analyzed,
            CommittedFiles committed,
            Function<Manifest, List<TargetSettings>> targets,
            PinPolicy pins)
            throws IOException {
        if (analyzed.value() == null) {
            return Outcome.failed(analyzed.diagnostics());
        }
        List<Diagnostic> diagnostics = new ArrayList<>(analyzed.diagnostics());
        CommittedWorkflows workflows = new CommittedWorkflows(committed);
        List<Deferred<Outcome<EmittedFile>>> running = new ArrayList<>();
        for (Analysis analysis : analyzed.value()) {
            Manifest manifest = analysis.manifest();
            boolean strict = pins == PinPolicy.STRICT || manifest.strictPins();
            TargetCompiler compiler = new TargetCompiler(analysis, committed.project(), writer, releases, strict);
            List<TargetSettings> chosen = manifest.isWritten() ? targets.apply(manifest) : List.of();
            for (TargetSettings target : chosen) {
                List<CommittedWorkflow> kept =
                        pins == PinPolicy.FRESH ? List.of() : workflows.of(target, manifest.all());
                running.add(new Deferred<>(() -> compiler.compile(target, kept)).start());
            }
            diagnostics.addAll(unmatchedPatterns(manifest, committed.project()));
            Repository repository = committed.repository();
            if (repository != null && !chosen.isEmpty()) {
                diagnostics.addAll(new RepositoryCheck(repository, committed.project(), manifest).warnings(chosen));
                diagnostics.addAll(UnmatchedPaths.in(manifest, repository));
            }
        }
        List<EmittedFile> files = new ArrayList<>();
        for (Deferred<Outcome<EmittedFile>> one : running) {
            Outcome<EmittedFile> compiled = one.get();
            diagnostics.addAll(compiled.diagnostics());
            if (compiled.value() != null) {
                files.add(compiled.value());
            }
        }
        return diagnostics.stream().anyMatch(Diagnostic::isError)
                ? Outcome.failed(diagnostics)
                : Outcome.of(files, diagnostics);
    }

    /** The manifest's own patterns that match no file, each once. */
    private static List<Diagnostic> unmatchedPatterns(Manifest manifest, Project project) throws IOException {
        Set<String> seen = new HashSet<>();
        List<Diagnostic> warnings = new ArrayList<>();
        for (Entry entry : manifest.entries().values()) {
            JobSettings job = entry instanceof Work work && work.inCi() ? work.job() : null;
            CacheSettings cache = job == null ? null : job.cache();
            if (job == null || cache == null || !cache.ownHash()) {
                continue;
            }
            Location location = job.location();
            for (Located<String> pattern : cache.hash()) {
                String spot = pattern.place().line() + ":" + pattern.place().column();
                if (seen.add(spot) && !HashPatterns.matches(project, location.inWorkspace(pattern.value()))) {
                    warnings.add(Diagnostic.of(
                            RuleId.UNMATCHED_HASH,
                            pattern.place(),
                            "the pattern \"" + pattern.value() + "\" matches no file"));
                }
            }
        }
        return warnings;
    }
}
