package dev.genci.yaml;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.yaml.TreeBuilder.AliasesAre;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a text as one YAML 1.2 document. It works on the parser's events: the library's composer overflows the stack on
 * deep input and leaves merge keys in the tree.
 *
 * <p>Owns the rules {@code yaml-syntax}, {@code duplicate-key} and {@code limits}.
 */
public final class YamlReader {
    /** Characters of a source; the manifest of 10,000 sessions has a tenth of it. */
    static final int LONGEST = 16 * 1024 * 1024;

    private YamlReader() {}

    /**
     * The tree; no value when the text is not one YAML document within the limits. What an alias stands for has the place of
     * the alias.
     */
    public static Outcome<YamlTree> read(SourceFile file) {
        return tree(file, AliasesAre.NODES_OF_THEIR_OWN);
    }

    /** The same, but an alias is the very node of its anchor, at the anchor's place. */
    public static Outcome<YamlTree> readShared(SourceFile file) {
        return tree(file, AliasesAre.SHARED);
    }

    /** The tree of a text of our own, whose many aliases are no bomb; they are shared. */
    public static Outcome<YamlTree> readAgain(SourceFile file) {
        return tree(file, AliasesAre.SHARED_WITHOUT_LIMIT);
    }

    private static Outcome<YamlTree> tree(SourceFile file, AliasesAre aliases) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (file.text().length() > LONGEST) {
            diagnostics.add(Diagnostic.of(
                    RuleId.LIMITS, Place.start(file), "the file is larger than " + LONGEST / 1024 / 1024 + " MiB"));
            return Outcome.failed(diagnostics);
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.name())
                .setCodePointLimit(LONGEST)
                // The whole text at once: piece by piece, a scalar is copied again for each of its pieces.
                .setBufferSize(Math.max(file.text().length(), 1) + 1)
                .build();
        try {
            TreeBuilder builder = new TreeBuilder(
                    file, new Parse(settings).parseString(file.text()).iterator(), aliases, diagnostics);
            YamlNode root = builder.document();
            return Outcome.of(new YamlTree(file, root), diagnostics);
        } catch (TreeBuilder.Refused refused) {
            diagnostics.add(refused.diagnostic());
        } catch (MarkedYamlEngineException e) {
            diagnostics.add(SyntaxMessages.of(file, e));
        } catch (ReaderException e) {
            diagnostics.add(unprintable(file, e));
        } catch (IllegalArgumentException e) {
            diagnostics.add(badEscape(file, e));
        } catch (YamlEngineException e) {
            diagnostics.add(
                    Diagnostic.of(RuleId.YAML_SYNTAX, Place.start(file), SyntaxMessages.oneLine(e.getMessage())));
        }
        return Outcome.failed(diagnostics);
    }

    /** The library does not check the number of an escape before it converts it to a character. */
    private static Diagnostic badEscape(SourceFile file, IllegalArgumentException e) {
        Matcher last = Pattern.compile("\\\\[xuU][0-9a-fA-F]*\\z").matcher(file.text());
        if (last.find()) {
            return Diagnostic.of(RuleId.YAML_SYNTAX, place(file, last), "the file ends inside this escape");
        }
        Matcher escape = Pattern.compile("\\\\U([0-9a-fA-F]{8})").matcher(file.text());
        while (escape.find()) {
            if (Long.parseLong(escape.group(1), 16) > Character.MAX_CODE_POINT) {
                return Diagnostic.of(RuleId.YAML_SYNTAX, place(file, escape), "no character has this number");
            }
        }
        throw e;
    }

    private static Place place(SourceFile file, Matcher found) {
        Place start = new SourceFile(file.name(), file.text().substring(0, found.start())).end();
        return new Place(file, start.line(), start.column(), found.group().length());
    }

    private static Diagnostic unprintable(SourceFile file, ReaderException e) {
        int before = file.text().offsetByCodePoints(0, e.getPosition());
        Place place = new SourceFile(file.name(), file.text().substring(0, before)).end();
        String code = "U+" + String.format("%04X", e.getCodePoint());
        return Diagnostic.of(
                RuleId.YAML_SYNTAX,
                new Place(file, place.line(), place.column(), 1),
                "the character " + code + " is not allowed in YAML; is this a text file?");
    }
}
