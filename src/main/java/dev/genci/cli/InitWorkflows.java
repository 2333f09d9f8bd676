package dev.genci.cli;

import dev.genci.audit.Audit;
import dev.genci.audit.ReadWorkflow;
import dev.genci.compiler.Compiler;
import dev.genci.compiler.PinPolicy;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.SourceFile;
import dev.genci.takeover.TakeOver;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Header;
import dev.genci.workspace.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workflows that {@code init} takes over: those that are named, or those of the base folder that run nox. */
record InitWorkflows(Console console, Compiler compiler, Project project, String name) {
    /** What is said about workflows; what is wrong with them is for {@code audit}. */
    private static final Set<RuleId> SAID = Set.of(RuleId.UNKNOWN_ROWS, RuleId.OUT_OF_REACH, RuleId.LIMITS);

    /**
     * The manifest, and what is said about the workflows.
     *
     * @param made {@code null} where no workflow runs nox
     */
    record Result(@Nullable TakeOver made, List<Diagnostic> said, boolean unreadable) {}

    /** Takes over the workflows of these names, or of the project if there are none. */
    Result read(List<String> names, NoxListing listing) {
        AuditFiles files = new AuditFiles(console);
        String base = console.folder()
                .toAbsolutePath()
                .normalize()
                .relativize(project.folder())
                .toString();
        for (String each : names.isEmpty() ? files.ofForges(base.isEmpty() ? "." : base.replace('\\', '/')) : names) {
            files.add(each);
        }
        List<Audit.Source> sources = files.sources().stream()
                .filter(source -> Header.manifest(source.file().text()) == null)
                .toList();
        Audit audit = Audit.of(sources, listing);
        List<Diagnostic> said = new ArrayList<>(files.unreadable());
        audit.diagnostics().stream()
                .filter(each -> SAID.contains(each.rule()) || each.isError() && isReading(each))
                .forEach(said::add);
        List<ReadWorkflow> running = ReadWorkflow.of(audit, listing).stream()
                .filter(ReadWorkflow::runsNox)
                .toList();
        List<ReadWorkflow> ofOne = ofOneForge(running);
        TakeOver made = ofOne.isEmpty() ? null : TakeOver.of(ofOne, listing, this::judge, name);
        return new Result(
                made,
                Diagnostic.sorted(said),
                audit.unreadable() || !files.unreadable().isEmpty());
    }

    /** Whether a file could not be read as a workflow. */
    private static boolean isReading(Diagnostic each) {
        return each.rule() == RuleId.NO_WORKFLOW || each.rule() == RuleId.YAML_SYNTAX;
    }

    /** A manifest says a workflow once for all forges, so those of the second forge are left to it. */
    private List<ReadWorkflow> ofOneForge(List<ReadWorkflow> all) {
        List<ReadWorkflow> github = all.stream()
                .filter(each -> !each.workflow().file().name().matches("(.*/)?\\.(forgejo|gitea)/.*"))
                .toList();
        if (!github.isEmpty() && github.size() < all.size()) {
            all.stream()
                    .filter(each -> !github.contains(each))
                    .forEach(each -> console.say(each.workflow().file().name()
                            + " is not taken over: the manifest is that of GitHub's workflows. Add forgejo to targets, and"
                            + " compare."));
        }
        return github.isEmpty() ? all : github;
    }

    private TakeOver.Judged judge(String text) {
        try {
            Outcome<List<EmittedFile>> compiled = compiler.compile(
                    new SourceFile(name, text), new CommittedFiles(project), Manifest::targets, PinPolicy.FRESH);
            List<EmittedFile> files = compiled.value();
            return new TakeOver.Judged(
                    Diagnostic.sorted(compiled.diagnostics()),
                    files == null
                            ? List.of()
                            : files.stream()
                                    .map(file -> new SourceFile(file.path(), file.text()))
                                    .toList());
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + e.getMessage());
        }
    }
}
