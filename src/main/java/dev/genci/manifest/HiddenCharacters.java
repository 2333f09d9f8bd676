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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds characters that nobody sees, in the file and in what its escapes stand for. {@code characters/hidden.txt} lists them.
 *
 * <p>Owns the rule {@code hidden-character}.
 */
public final class HiddenCharacters {
    private static final String FILE = "/characters/hidden.txt";
    private static final int JOINER = 0x200d;
    /** From here on emoji begin: a joiner behind one makes one of two. */
    private static final int SYMBOLS = 0x2600;

    private final Map<Integer, String> names = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();

    private HiddenCharacters() {
        for (String line : text().split("\n", -1)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                int space = line.indexOf(' ');
                names.put(Integer.parseInt(line.substring(0, space), 16), line.substring(space + 1));
            }
        }
    }

    /** A warning for each place; an error for what is not only hidden but cannot be held anywhere. */
    public static List<Diagnostic> in(YamlTree tree) {
        String text = tree.file().text();
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
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
            boolean end = c == '\n';
            line += end ? 1 : 0;
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
            Place place = scalar.place();
            String line = place.file().line(place.line());
            int before = 0;
            for (int c : scalar.text().codePoints().toArray()) {
                if (isHidden(c, before) && line.indexOf(c) < 0 && line.indexOf('\\') >= 0) {
                    report(c, place);
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
        return c >= 0x80 && names.containsKey(c) && !(c == JOINER && before >= SYMBOLS);
    }

    private void report(int c, Place place) {
        found.add(Diagnostic.of(
                        RuleId.HIDDEN_CHARACTER,
                        place,
                        "nobody sees the character " + String.format("U+%04X", c) + ", " + names.get(c))
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
