package dev.genci.lsp;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.emit.EmittedFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler makes of a manifest.
 *
 * @param diagnostics those of {@code lint}
 * @param files the workflows; none when there is an error
 * @param unreadable a file of the repository that cannot be read, and why; absent where all can
 */
record Checked(
        List<Diagnostic> diagnostics,
        List<EmittedFile> files,
        @Nullable String unreadable) {
    /** Copies the lists. */
    Checked {
        diagnostics = List.copyOf(diagnostics);
        files = List.copyOf(files);
    }
}
