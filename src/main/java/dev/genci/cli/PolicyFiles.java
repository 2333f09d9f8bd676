package dev.genci.cli;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files in which a repository may say which checks it requires. */
final class PolicyFiles {
    private static final String WORKFLOWS = ".github/workflows/";

    /** The folders in which projects keep rules of branches as GitHub exports them. */
    private static final List<String> RULES = List.of("", ".github/", ".github/rulesets/");

    /** The app Settings, and Google's sync-repo-settings. */
    private static final List<String> NAMES = List.of(".github/settings.yml", ".github/sync-repo-settings.yaml");

    /** Mergify reads the first of these that is there. */
    private static final List<String> MERGIFY = List.of(".mergify.yml", ".mergify/config.yml", ".github/mergify.yml");

    private PolicyFiles() {}

    /**
     * Those of a repository; {@code null} for what may not have all workflows of one.
     *
     * @param name of its folder, or that of its workflows
     * @param unreadable gets to know why a file is no text
     */
    static @Nullable List<SourceFile> of(Console console, String name, Consumer<List<Diagnostic>> unreadable) {
        String folder = name.equals(".") ? "" : name.replaceFirst("/*$", "/");
        String top = folder.endsWith(WORKFLOWS) ? folder.substring(0, folder.length() - WORKFLOWS.length()) : folder;
        if (!Files.isDirectory(console.folder().resolve(top + WORKFLOWS))) {
            return null;
        }
        List<String> names = new ArrayList<>(NAMES);
        MERGIFY.stream()
                .filter(each -> Files.isRegularFile(console.folder().resolve(top + each)))
                .findFirst()
                .ifPresent(names::add);
        RULES.forEach(each -> names.addAll(rules(console.folder().resolve(top + each), each)));
        List<SourceFile> files = new ArrayList<>();
        for (String each : names) {
            if (Files.isRegularFile(console.folder().resolve(top + each))) {
                read(console, top + each, unreadable, files);
            }
        }
        return files;
    }

    private static List<String> rules(Path folder, String prefix) {
        boolean own = prefix.endsWith("rulesets/");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".json") && (own || file.contains("ruleset")))
                    .sorted()
                    .map(file -> prefix + file)
                    .toList();
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + folder + ": " + e.getMessage());
        }
    }

    private static void read(
            Console console, String name, Consumer<List<Diagnostic>> unreadable, List<SourceFile> files) {
        try {
            files.add(ManifestInput.other(console, name, unreadable));
        } catch (Failure e) {
            if (e.exitCode() != ExitCode.INPUT) {
                throw e;
            }
        }
    }
}
