package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TargetSettings;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import dev.genci.workspace.Repository;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the verbs that compile have in common: read the manifest, compile it, report, and end with the exit code of a wrong
 * manifest or go on.
 *
 * @param targets chooses those to compile for
 * @param advises whether a person changes the workflow: then it is told, too, if the repository never runs it
 * @param report gets all diagnostics, sorted, once: those of reading, or else those of compiling
 */
record Compilation(
        Compiler compiler,
        Console console,
        Arguments arguments,
        Function<Manifest, List<TargetSettings>> targets,
        boolean advises,
        Consumer<List<Diagnostic>> report) {

    /** What a verb does with a manifest that has no error. */
    interface Next {
        /**
         * Goes on.
         *
         * @param files a workflow for each target, in their order
         * @return the exit code
         */
        int with(List<EmittedFile> files, CommittedFiles committed) throws IOException;
    }

    /**
     * Does all that.
     *
     * @return the exit code
     * @throws Failure when a file cannot be read
     */
    int then(Next next) {
        ManifestInput.Read read = ManifestInput.read(console, arguments, report);
        Project project = read.project();
        CommittedFiles committed = advises
                ? new CommittedFiles(project, Repository.around(project.folder()))
                : new CommittedFiles(project);
        try {
            Outcome<List<EmittedFile>> compiled =
                    compiler.compile(read.source(), committed, targets, Options.pins(arguments));
            report.accept(Diagnostic.sorted(compiled.diagnostics()));
            return compiled.value() == null ? ExitCode.INPUT : next.with(compiled.value(), committed);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + e.getMessage());
        }
    }
}
