package dev.genci.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Workflows of manifests that gen-ci has accepted, for judges that others wrote: as many as they can look at. Which, decide
 * the seed and the bytes of each, whatever the order in which they come: a run can be had again.
 */
final class Kept {
    private final int most;
    private final long seed;
    /** By lot. */
    private final TreeMap<Long, Map<String, byte[]>> sample = new TreeMap<>();

    /**
     * @param most manifests to keep
     * @param seed decides which
     */
    Kept(int most, long seed) {
        this.most = most;
        this.seed = seed;
    }

    /** Nothing is kept. */
    static Kept none() {
        return new Kept(0, 0);
    }

    /** Takes a manifest and its workflows by their paths, or not. */
    void offer(byte[] manifest, Map<String, byte[]> workflows) {
        if (workflows.keySet().stream().anyMatch(Kept::isTooLong)) {
            return;
        }
        long lot = new Random(seed ^ ((long) Arrays.hashCode(manifest) << 16)).nextLong();
        synchronized (sample) {
            if (sample.size() < most || most > 0 && lot < sample.lastKey()) {
                Map<String, byte[]> files = new HashMap<>(workflows);
                files.put("sessions.yaml", manifest);
                sample.put(lot, files);
                if (sample.size() > most) {
                    sample.pollLastEntry();
                }
            }
        }
    }

    /** Whether no usual file system has a file of this name. */
    private static boolean isTooLong(String path) {
        return Arrays.stream(path.split("/")).anyMatch(name -> name.getBytes(StandardCharsets.UTF_8).length > 255);
    }

    /** The same for texts. */
    void offerTexts(String manifest, Map<String, String> workflows) {
        Map<String, byte[]> files = new HashMap<>();
        workflows.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        offer(manifest.getBytes(StandardCharsets.UTF_8), files);
    }

    /** Writes a folder for each manifest, and the seed. */
    void write(Path folder) throws IOException {
        Folder.delete(folder);
        int number = 0;
        for (Map<String, byte[]> files : sample.values()) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(String.valueOf(number)).resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            number++;
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("seed"), String.valueOf(seed));
    }
}
