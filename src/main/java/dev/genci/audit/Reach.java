package dev.genci.audit;

import dev.genci.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** The other files of the repository: actions, scripts and workflows that a workflow uses. */
public interface Reach {
    /**
     * A file.
     *
     * @param path from the top of the repository, without {@code ./}
     * @return {@code null} where there is none that may be read
     */
    @Nullable SourceFile read(String path);
}
