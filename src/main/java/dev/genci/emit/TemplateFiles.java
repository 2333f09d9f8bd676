package dev.genci.emit;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds templates, and the scripts that they include.
 *
 * <p>A line of a script that ends in {@code # if FACT} is written only where that holds. So the file is a script that
 * can be run and checked, and still has lines that not every step needs.
 */
final class TemplateFiles implements TemplateLoader {
    private static final String CONDITION = "  # if ";

    @Override
    public @Nullable Object findTemplateSource(String name) throws IOException {
        try (InputStream file = TemplateFiles.class.getResourceAsStream("/templates/" + name)) {
            if (file == null) {
                return null;
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return name.endsWith(".ftl") ? text : script(text);
        }
    }

    private static String script(String text) {
        if (!text.contains(CONDITION)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.lines().forEach(line -> {
            int end = line.lastIndexOf(CONDITION);
            if (end < 0) {
                out.append(line).append('\n');
            } else {
                out.append("<#if ")
                        .append(line.substring(end + CONDITION.length()))
                        .append(">\n");
                out.append(line, 0, end).append("\n</#if>\n");
            }
        });
        return out.toString();
    }

    /** Never changes: it lies in the jar. */
    @Override
    public long getLastModified(Object source) {
        return 0;
    }

    @Override
    public Reader getReader(Object source, String encoding) {
        return new StringReader((String) source);
    }

    @Override
    public void closeTemplateSource(Object source) {
        // Read whole when it was found.
    }
}
