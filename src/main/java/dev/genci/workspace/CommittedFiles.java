package dev.genci.workspace;

import dev.genci.forge.Forges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The workflows that lie below a base folder, as they are when they are first asked for. */
public final class CommittedFiles {
    private static final long GIT_SECONDS = 10;

    private final Project project;
    private final Map<String, Optional<String>> texts = new HashMap<>();

    /** Looks below a base folder. */
    public CommittedFiles(Project project) {
        this.project = project;
    }

    /** The base folder. */
    public Project project() {
        return project;
    }

    /**
     * The text of a file; {@code null} when there is none. What is not UTF-8 is read as well as it can be: it is only
     * compared.
     */
    public @Nullable String read(String path) throws IOException {
        Optional<String> known = texts.get(path);
        if (known == null) {
            Path file = project.resolve(path);
            known = Files.exists(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
            texts.put(path, known);
        }
        return known.orElse(null);
    }

    /**
     * The text of a workflow of ours, from git's HEAD when a shell's {@code >} has just emptied it; {@code null} where there
     * is none, or what is there was not made by gen-ci: its pins are nothing that we have ever written.
     */
    public @Nullable String readForPins(String path) throws IOException {
        String text = read(path);
        String written = text != null && text.isEmpty() ? readHead(path) : text;
        return written != null && Header.manifest(written) != null ? written : null;
    }

    /** Without git, or outside a repository, there is none. */
    private @Nullable String readHead(String path) {
        Process git;
        try {
            git = new ProcessBuilder("git", "show", "HEAD:./" + path)
                    .directory(project.folder().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null;
        }
        try {
            String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor(GIT_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0 ? text : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            git.destroy();
        }
    }

    /**
     * Workflows of ours that no target claims: made from this manifest, or from one that is gone.
     *
     * @param claimed the paths of the targets
     * @return paths relative to the project, sorted
     */
    public List<String> orphans(List<String> claimed) throws IOException {
        List<Path> own =
                claimed.stream().map(path -> project.resolve(path).normalize()).toList();
        List<String> orphans = new ArrayList<>();
        for (Map.Entry<String, Path> file : workflows().entrySet()) {
            if (own.contains(file.getValue().normalize())) {
                continue;
            }
            String manifest = Header.manifest(firstBytes(file.getValue()));
            if (manifest != null && (manifest.equals(project.manifest()) || !Files.exists(project.resolve(manifest)))) {
                orphans.add(file.getKey());
            }
        }
        Collections.sort(orphans);
        return orphans;
    }

    private Map<String, Path> workflows() throws IOException {
        Map<String, Path> found = new TreeMap<>();
        for (String folder : Forges.folders()) {
            Path directory = project.resolve(folder);
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    if ((name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(file)) {
                        found.put(folder + "/" + name, file);
                    }
                }
            }
        }
        return found;
    }

    /** Enough for the header. */
    private static String firstBytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2048), StandardCharsets.UTF_8);
        }
    }
}
