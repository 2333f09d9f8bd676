package dev.genci.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fenced blocks of a page that are made or checked by running what they show. */
final class Markdown {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^(?:<!-- (?<comment>.*) -->\n)?```(?<info>[^`\n]*)\n(?<body>(?:.*\n)*?)```$");

    private Markdown() {}

    /**
     * A block.
     *
     * @param comment the HTML comment on the line before it; empty when there is none
     * @param info what stands behind the opening fence
     */
    record Block(String comment, String info, String body) {}

    /** Gives what shall stand in a block; its own body where nothing is to be changed. */
    interface Body {
        String of(Block block) throws IOException;
    }

    /** Checks every block of a page; {@code -Dgolden=overwrite} writes what shall stand there, and the test still fails. */
    static void check(Path page, Body body) throws IOException {
        String text = Files.readString(page);
        StringBuilder wanted = new StringBuilder();
        Matcher block = BLOCK.matcher(text);
        int done = 0;
        while (block.find()) {
            String comment = block.group("comment");
            String own = block.group("body");
            wanted.append(text, done, block.start("body"));
            wanted.append(body.of(new Block(comment == null ? "" : comment, block.group("info"), own)));
            done = block.end("body");
        }
        wanted.append(text, done, text.length());
        if (Case.OVERWRITE) {
            Files.writeString(page, wanted);
        }
        SameText.check(page + ": the examples", wanted.toString(), text);
    }
}
