package dev.genci.cli;

import dev.genci.audit.Audit;
import dev.genci.audit.Reach;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.source.SourceFile;
import dev.genci.workspace.RegularFile;
import dev.genci.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the workflows to audit, and the files that these use. */
final class AuditFiles {
    private static final Set<String> FORGES = Set.of(".github", ".forgejo", ".gitea");
    private static final String WORKFLOWS = "workflows";

    private final Console console;
    private final List<Audit.Source> sources = new ArrayList<>();
    private final List<Diagnostic> unreadable = new ArrayList<>();
    private final Map<Path, Reach> reaches = new HashMap<>();

    AuditFiles(Console console) {
        this.console = console;
    }

    /** Those that could be read. */
    List<Audit.Source> sources() {
        return sources;
    }

    /** Why others could not be decoded. */
    List<Diagnostic> unreadable() {
        return unreadable;
    }

    /**
     * Adds a file, or the workflows of a folder.
     *
     * @throws Failure when there is none
     */
    void add(String name) {
        Path path = console.folder().resolve(name);
        if (!Files.isDirectory(path)) {
            file(name);
            return;
        }
        List<String> found = new ArrayList<>(ofForges(name));
        if (found.isEmpty()) {
            found.addAll(workflows(name.replaceFirst("/*$", "/"), ""));
        }
        if (found.isEmpty()) {
            throw new Failure(ExitCode.FILE, "found no workflow in " + (name.equals(".") ? "this folder" : name));
        }
        found.forEach(this::file);
    }

    /** The workflows of a repository, those of each forge. */
    List<String> ofForges(String name) {
        List<String> found = new ArrayList<>();
        for (String forge : FORGES.stream().sorted().toList()) {
            found.addAll(
                    workflows(name.equals(".") ? "" : name.replaceFirst("/*$", "/"), forge + "/" + WORKFLOWS + "/"));
        }
        return found;
    }

    private List<String> workflows(String prefix, String folder) {
        Path path = console.folder().resolve(prefix + folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".yml") || file.endsWith(".yaml"))
                    .sorted()
                    .map(file -> prefix + folder + file)
                    .toList();
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + prefix + folder + ": " + e.getMessage());
        }
    }

    private void file(String name) {
        try {
            SourceFile file = ManifestInput.other(console, name, unreadable::addAll);
            Path top = top(console.folder().resolve(name.equals("-") ? "." : name));
            sources.add(new Audit.Source(file, reaches.computeIfAbsent(top, AuditFiles::reach)));
        } catch (Failure e) {
            if (e.exitCode() != ExitCode.INPUT) {
                throw e;
            }
        }
    }

    /** The top of the repository of a file. */
    static Path top(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = Files.isDirectory(whole) ? whole : whole.getParent();
        if (folder == null) {
            return whole;
        }
        Path forge = folder.getParent();
        if (folder.endsWith(WORKFLOWS) && forge != null && forge.getParent() != null) {
            Path name = forge.getFileName();
            if (name != null && FORGES.contains(name.toString())) {
                return forge.getParent();
            }
        }
        Repository repository = Repository.around(folder);
        return repository == null ? folder : repository.top();
    }

    /** Each file once; none outside of the repository, also not through a link. */
    private static Reach reach(Path top) {
        Map<String, Optional<SourceFile>> read = new HashMap<>();
        return path -> read.computeIfAbsent(path, each -> Optional.ofNullable(read(top, each)))
                .orElse(null);
    }

    private static @Nullable SourceFile read(Path top, String path) {
        try {
            Path file = top.resolve(path).normalize();
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(top.toRealPath())) {
                return null;
            }
            String text = RegularFile.readText(path, file);
            return new SourceFile(path, text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }
}
