package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** Removes partly written files of runs that were killed. Their names contain the id of the writing process. */
final class Leftovers {
    private static final String START = ".gen-ci-";
    private static final String END = ".tmp";

    private Leftovers() {}

    /** The name of this process's file of a number. */
    static String name(int number) {
        return START + ProcessHandle.current().pid() + "-" + number + END;
    }

    /** Removes those in a folder whose process has ended. */
    static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, START + "*" + END)) {
            for (Path file : files) {
                if (!isBeingWritten(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** By a process that began before the file: another may have got the same number since. */
    private static boolean isBeingWritten(Path file) throws IOException {
        String name = file.getFileName().toString();
        int end = START.length();
        while (end < name.length() && Character.isDigit(name.charAt(end))) {
            end++;
        }
        if (end == START.length() || end - START.length() > 18) {
            return false;
        }
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ProcessHandle.of(Long.parseLong(name, START.length(), end, 10))
                    .flatMap(process -> process.info().startInstant())
                    .map(started -> !started.isAfter(written))
                    .orElse(false);
        } catch (NoSuchFileException e) {
            return true; // its process has just ended well
        }
    }
}
