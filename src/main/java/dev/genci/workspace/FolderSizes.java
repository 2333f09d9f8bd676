package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How large the folders in a folder are. */
public final class FolderSizes {
    private FolderSizes() {}

    /**
     * The bytes of all files in each; links count as themselves. What cannot be read does not count.
     *
     * @throws IOException when the folder itself cannot be read
     */
    public static Map<String, Long> of(Path folder) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        List<Path> folders;
        try (Stream<Path> all = Files.list(folder)) {
            folders = all.filter(Files::isDirectory).toList();
        }
        for (Path each : folders) {
            Adder adder = new Adder();
            Files.walkFileTree(each, adder);
            sizes.put(String.valueOf(each.getFileName()), adder.bytes);
        }
        return sizes;
    }

    private static final class Adder extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            return FileVisitResult.CONTINUE;
        }
    }
}
