package dev.genci.emit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The folder of templates: theirs, and those of the scripts that they put into steps. */
@FunctionalInterface
public interface TemplateFiles {
    /** Where they are packed. */
    TemplateFiles PACKED = TemplateFiles::read;

    /** The text of a file, by its path below the folder. */
    String text(String path);

    private static String read(String path) {
        try (InputStream file = TemplateFiles.class.getResourceAsStream("/templates/" + path)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
