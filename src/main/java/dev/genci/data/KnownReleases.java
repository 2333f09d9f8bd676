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
    private final Map<String, String> versions = new HashMap<>();

    /** Reads them. */
    public KnownReleases() {
        for (String line : text().split("\n", -1)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                String[] words = line.split(" ", -1);
                commits.put(words[0] + " " + ActionVersion.canonical(words[1]), words[2]);
                versions.put(words[0] + " " + words[2], ActionVersion.canonical(words[1]));
            }
        }
    }

    /**
     * The commit of a release; {@code null} where it is not known.
     *
     * @param repository {@code owner/name}
     * @param version in any spelling
     */
    public @Nullable String commit(String repository, String version) {
        return commits.get(repository + " " + ActionVersion.canonical(version));
    }

    /**
     * Whether a commit is known to be another release: an old one must not pass for a new one. {@code v7} is what its tag
     * was moved to.
     */
    public boolean isOther(String repository, String commit, String version) {
        String release = versions.get(repository + " " + commit);
        return release != null && !(release + ".").startsWith(ActionVersion.canonical(version) + ".");
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(KnownReleases.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
