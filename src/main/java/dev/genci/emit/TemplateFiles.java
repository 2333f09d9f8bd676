package dev.genci.emit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The folders of the templates and of the scripts that they include. */
@FunctionalInterface
public interface TemplateFiles {
    /** Where they are packed. */
    TemplateFiles PACKED = packed();

    /** The text of a file, by its path below the folder. */
    String text(String path);

    /** All are in the folder of one that is found: searching for each, in the JDK first, takes as long as parsing it. */
    private static TemplateFiles packed() {
        URL one = Objects.requireNonNull(TemplateFiles.class.getResource("/templates/workflow.ftl"));
        return path -> {
            try (InputStream file = new URL(one, path).openStream()) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
