package dev.genci.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a client, one after another: headers, an empty line, and as many bytes as a header says.
 *
 * @see <a href="https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol">the
 *     base protocol</a>
 */
record Frames(InputStream in) {
    /** Bytes of a message: four times the largest manifest. */
    private static final int LONGEST = 64 * 1024 * 1024;
    /** Characters of a header; those that clients send have a tenth of it. */
    private static final int LONGEST_HEADER = 1024;

    private static final String LENGTH = "content-length:";

    /** What came cannot be taken apart any more. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /**
     * The next message.
     *
     * @return {@code null} at the end
     * @throws Broken when what comes is no message, or only half of one
     */
    @Nullable String next() throws IOException {
        int length = -1;
        String header = header(true);
        while (header != null && !header.isEmpty()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = number(header.substring(LENGTH.length()).strip());
            } else if (!header.matches("[A-Za-z-]+:.*")) {
                throw new Broken("expected a header such as \"Content-Length: 42\", found \"" + header + "\"");
            }
            header = header(false);
        }
        if (header == null) {
            return null;
        }
        if (length < 0) {
            throw new Broken("expected \"Content-Length\" before an empty line");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new Broken("the input ended inside a message, after " + body.length + " of " + length + " bytes");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static int number(String text) throws Broken {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > LONGEST) {
            throw new Broken("a message may have " + LONGEST + " bytes, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** A line; {@code null} at the end, which may only come before the first one. */
    private @Nullable String header(boolean first) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && first && line.isEmpty()) {
                return null;
            }
            if (next < 0) {
                throw new Broken("the input ended inside the headers of a message");
            }
            line.append((char) next);
            if (line.length() > LONGEST_HEADER) {
                throw new Broken("expected a header, found a line of more than " + LONGEST_HEADER + " bytes");
            }
        }
        return line.toString().strip();
    }
}
