package dev.genci.manifest;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds characters that nobody sees, in the file and in what its escapes stand for, and names with letters that look like others.
 * {@code characters/hidden.txt} lists the former.
 *
 * <p>Owns the rule {@code hidden-character}.
 */
public final class HiddenCharacters {
    private static final String FILE = "/characters/hidden.txt";
    private static final int JOINER = 0x200d;
    private static final int EMOJI_SELECTOR = 0xfe0f;
    /** From here on characters are symbols or ideographs, which a selector gives another form. */
    private static final int SYMBOLS = 0x2000;
    /** So are these: digits become keys. */
    private static final String SMALL_SYMBOLS = "#*0123456789\u00a9\u00ae";

    /** Ranges by their first characters. */
    private final TreeMap<Integer, Range> ranges = new TreeMap<>();

    private final List<Diagnostic> found = new ArrayList<>();

    private record Range(int last, String name) {}

    private HiddenCharacters() {
        for (String line : text().split("\n", -1)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                int space = line.indexOf(' ');
                String[] ends = line.substring(0, space).split("\\.\\.", -1);
                ranges.put(
                        Integer.parseInt(ends[0], 16),
                        new Range(Integer.parseInt(ends[ends.length - 1], 16), line.substring(space + 1)));
            }
        }
    }

    /** A warning for each place; an error for what is not only hidden but cannot be held anywhere. */
    public static List<Diagnostic> in(YamlTree tree) {
        String text = tree.file().text();
        boolean ascii = text.getBytes(StandardCharsets.UTF_8).length == text.length();
        if (ascii && text.indexOf('\\') < 0) {
            return List.of();
        }
        HiddenCharacters characters = new HiddenCharacters();
        if (!ascii) {
            characters.file(tree.file());
        }
        if (text.indexOf('\\') >= 0) {
            characters.escapes(tree.root());
        }
        characters.found.addAll(MixedScripts.in(tree.root()));
        return characters.found;
    }

    private void file(SourceFile file) {
        int line = 1;
        int column = 1;
        int before = 0;
        for (int c : file.text().codePoints().toArray()) {
            // The first character of a file tells readers its encoding.
            if (isHidden(c, before) && before != 0) {
                report(c, new Place(file, line, column, 1));
            }
            boolean end = c == '\n' || c == '\r';
            // Of the two characters of one line end the second ends no other.
            line += end && !(c == '\n' && before == '\r') ? 1 : 0;
            column = end ? 1 : column + 1;
            before = c;
        }
    }

    /** Scalars that hold what their line does not. */
    private void escapes(YamlNode node) {
        if (node.place().anchored() != null) {
            return; // it is reported where it is written
        }
        if (node instanceof YamlScalar scalar && !scalar.plain()) {
            if (scalar.text().indexOf('\0') >= 0) {
                found.add(Diagnostic.of(
                        RuleId.YAML_SYNTAX,
                        scalar.place(),
                        "an escape here is the character U+0000, which no variable and no name of a file can hold"));
            }
            String escaped = null;
            int before = 0;
            for (int c : scalar.text().codePoints().toArray()) {
                if (isHidden(c, before)) {
                    escaped = escaped == null ? Escapes.of(scalar.place()) : escaped;
                    if (escaped.indexOf(c) >= 0) {
                        report(c, scalar.place());
                    }
                }
                before = c;
            }
        } else if (node instanceof YamlSequence list) {
            list.items().forEach(this::escapes);
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().values().forEach(entry -> {
                escapes(entry.key());
                escapes(entry.value());
            });
        }
    }

    private boolean isHidden(int c, int before) {
        return c >= 0x80 && name(c) != null && !isPartOfSymbol(c, before);
    }

    private @Nullable String name(int c) {
        Map.Entry<Integer, Range> range = ranges.floorEntry(c);
        return range == null || range.getValue().last() < c
                ? null
                : range.getValue().name();
    }

    /** Whether it makes an emoji of others, or gives a symbol another form: one selector behind what is seen. */
    private boolean isPartOfSymbol(int c, int before) {
        boolean symbol = before >= SYMBOLS ? name(before) == null : SMALL_SYMBOLS.indexOf(before) >= 0;
        boolean selector = c >= 0xfe00 && c <= EMOJI_SELECTOR || c >= 0xe0100 && c <= 0xe01ef;
        return selector && symbol || c == JOINER && (symbol || before == EMOJI_SELECTOR);
    }

    private void report(int c, Place place) {
        found.add(Diagnostic.of(
                        RuleId.HIDDEN_CHARACTER,
                        place,
                        "nobody sees the character " + String.format("U+%04X", c) + ", " + name(c))
                .help("remove it"));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(HiddenCharacters.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
