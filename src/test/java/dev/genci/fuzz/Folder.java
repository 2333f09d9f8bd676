package dev.genci.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder with a manifest, inside one that nobody has any business with. */
final class Folder {
    private static final String PROJECT = "project";

    private final Path around;
    private final Map<String, byte[]> given = new TreeMap<>();

    /** Empties what is there and makes it anew. */
    Folder(Path around, byte[] manifest, Map<String, String> committed) throws IOException {
        this.around = around;
        delete(around);
        put("sessions.yaml", manifest);
        for (Map.Entry<String, String> file : committed.entrySet()) {
            put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void put(String path, byte[] bytes) throws IOException {
        Path file = project().resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        given.put(PROJECT + "/" + path, bytes);
    }

    /** Where the manifest is. */
    Path project() {
        return around.resolve(PROJECT);
    }

    /** Every file's bytes by its path. */
    Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        for (Path file : paths(around)) {
            if (Files.isRegularFile(file)) {
                all.put(around.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    /** What is there and was not given, or has changed. */
    Map<String, byte[]> written() throws IOException {
        Map<String, byte[]> written = new LinkedHashMap<>(all());
        given.forEach((path, bytes) -> {
            if (Arrays.equals(bytes, written.get(path))) {
                written.remove(path);
            }
        });
        return written;
    }

    /** Whether there was a workflow before, which may have been current. */
    boolean hadWorkflow() {
        return given.size() > 1;
    }

    boolean isUntouched() throws IOException {
        return same(given, all());
    }

    /** For a message. */
    String changes() {
        try {
            return new TreeSet<>(written().keySet()).toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    static boolean same(Map<String, byte[]> a, Map<String, byte[]> b) {
        return a.keySet().equals(b.keySet())
                && a.keySet().stream().allMatch(path -> Arrays.equals(a.get(path), b.get(path)));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : paths(folder)) {
                Files.delete(path);
            }
        }
    }

    /** What is inside comes first. */
    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
