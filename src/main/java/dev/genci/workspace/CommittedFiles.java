package dev.genci.workspace;

import dev.genci.forge.Forges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The workflows below the folder of a project, each as it is when first read. */
public final class CommittedFiles {
    private static final int ENOUGH_FOR_A_HEADER = 2048;

    private final Project project;
    private final @Nullable Repository repository;
    private final ProjectReader reader;
    private final Map<String, Optional<String>> texts = new HashMap<>();

    /** Looks below the folder of a project. What repository that is in does not matter. */
    public CommittedFiles(Project project) {
        this(project, null);
    }

    /** Looks below the folder of a project in a repository. */
    public CommittedFiles(Project project, @Nullable Repository repository) {
        this.project = project;
        this.repository = repository;
        this.reader = new ProjectReader(project);
    }

    /** Whose files they are. */
    public Project project() {
        return project;
    }

    /** In which repository they are; {@code null} if there is none, or it does not matter. */
    public @Nullable Repository repository() {
        return repository;
    }

    /**
     * The text of a file; {@code null} when there is none. Bytes that are not UTF-8 become lone surrogates, which no text of
     * ours has: it is only compared.
     *
     * @throws FileProblem when it is no regular file of at most 16 MiB inside the project
     */
    public @Nullable String read(String path) throws IOException {
        Optional<String> known = texts.get(path);
        if (known == null) {
            byte[] bytes = reader.read(path);
            known = bytes == null ? Optional.empty() : Optional.of(decode(bytes));
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
        if (text != null && text.isEmpty()) {
            byte[] head = GitHead.read(project.folder(), path);
            text = head == null ? null : decode(head);
        }
        return text != null && Header.manifest(text) != null ? text : null;
    }

    private static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith("\udcff")
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e); // what is malformed is replaced
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
            String manifest = Header.manifest(firstBytes(file.getKey(), file.getValue()));
            if (manifest != null && (manifest.equals(project.manifest()) || !exists(manifest))) {
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

    /** A header may name anything: also what no file can be called. */
    private boolean exists(String path) {
        try {
            return Files.exists(project.resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String firstBytes(String path, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(ENOUGH_FOR_A_HEADER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FileProblem.of(path, e);
        }
    }
}
