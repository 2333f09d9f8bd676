package dev.genci.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Releases of the actions that gen-ci uses itself, each with its commit. {@code actions/releases.txt} names their source. */
public final class KnownReleases {
    private static final String FILE = "/actions/releases.txt";

    private final Map<String, String> commits = new HashMap<>();

    /** Reads them. */
    public KnownReleases() {
        for (String line : text().split("\n", -1)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                int commit = line.lastIndexOf(' ');
                commits.put(line.substring(0, commit), line.substring(commit + 1));
            }
        }
    }

    /**
     * The commit of a release; {@code null} where it is not known.
     *
     * @param repository {@code owner/name}
     * @param version with or without its {@code v}
     */
    public @Nullable String commit(String repository, String version) {
        return commits.get(repository + " v" + ActionVersion.withoutPrefix(version));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(KnownReleases.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
