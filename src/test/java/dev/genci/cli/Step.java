package dev.genci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a case does to its files between runs, so that no case has to hold a workflow that grows old: {@code ! edit FILE OLD
 * NEW}, {@code ! crlf FILE}, {@code ! empty FILE}, {@code ! move FILE TO}, {@code ! remove FILE}.
 */
final class Step {
    private Step() {}

    /** Does a line if it is one of these; false when it is a run. */
    static boolean run(Path folder, String line) throws IOException {
        List<String> words = Words.of(line);
        if (!words.get(0).equals("!")) {
            return false;
        }
        Path file = folder.resolve(words.get(2));
        switch (words.get(1)) {
            case "edit" -> edit(file, words.get(3), words.get(4));
            case "crlf" -> edit(file, "\n", "\r\n");
            case "empty" -> Files.writeString(file, "");
            case "move" -> Files.move(file, folder.resolve(words.get(3)));
            case "remove" -> Files.delete(file);
            default -> throw new IllegalArgumentException(line);
        }
        return true;
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
