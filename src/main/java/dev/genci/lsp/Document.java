package dev.genci.lsp;

import dev.genci.source.SourceFile;
import dev.genci.workspace.Project;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A version of a manifest that a client has open.
 *
 * @param uri what the client calls it
 * @param version the client's number of it
 * @param project whose manifest it is; absent where it is no file
 */
record Document(
        String uri,
        @Nullable Integer version,
        SourceFile source,
        @Nullable Project project) {

    /** One with a text. */
    static Document of(String uri, @Nullable Integer version, String text) {
        Path path = path(uri);
        Project project = path == null ? null : Project.of(path);
        String name = project == null ? uri : project.manifest();
        return new Document(uri, version, new SourceFile(name, text), project);
    }

    /** The file of a name that clients use; {@code null} where it is no file that can be here. */
    static @Nullable Path path(String uri) {
        try {
            return uri.startsWith("file:") ? Path.of(URI.create(uri)) : null;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
