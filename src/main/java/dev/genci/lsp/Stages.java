package dev.genci.lsp;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.compiler.PinPolicy;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import dev.genci.workspace.Repository;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiler, as {@code lint} uses it. */
public interface Stages {
    /** All stages. */
    Checked check(Document document);

    /** The first stages, up to the analysis. */
    Outcome<List<Analysis>> analyze(SourceFile source);

    /** Those of a compiler. */
    static Stages of(Compiler compiler) {
        return new OfCompiler(compiler);
    }

    /** Compiles for all targets, with the pins of the committed workflows. */
    record OfCompiler(Compiler compiler) implements Stages {
        @Override
        public Checked check(Document document) {
            Project project = document.project();
            if (project == null) {
                return analyzed(document, null);
            }
            try {
                Outcome<List<EmittedFile>> compiled = compiler.compile(
                        document.source(),
                        new CommittedFiles(project, Repository.around(project.folder())),
                        Manifest::targets,
                        PinPolicy.KEEP);
                List<EmittedFile> files = compiled.value();
                return new Checked(Diagnostic.sorted(compiled.diagnostics()), files == null ? List.of() : files, null);
            } catch (IOException e) {
                return analyzed(document, "cannot read " + e.getMessage());
            }
        }

        private Checked analyzed(Document document, @Nullable String unreadable) {
            return new Checked(Diagnostic.sorted(analyze(document.source()).diagnostics()), List.of(), unreadable);
        }

        @Override
        public Outcome<List<Analysis>> analyze(SourceFile source) {
            return compiler.analyze(source);
        }
    }
}
