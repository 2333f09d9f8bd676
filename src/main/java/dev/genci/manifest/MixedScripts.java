package dev.genci.manifest;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds names with a letter that looks like one of another script: keys with a word in which scripts are mixed that share the
 * forms of letters. That is what Unicode's UTS 39, "Restriction levels", excludes first; Japanese words mix scripts, too, but these
 * look different.
 *
 * <p>Owns the rule {@code mixed-scripts}.
 */
final class MixedScripts {
    /** Scripts with letters that look alike. */
    private static final Set<UnicodeScript> ALIKE = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC);

    private final List<Diagnostic> found = new ArrayList<>();

    private MixedScripts() {}

    /** A warning for each key of a tree. */
    static List<Diagnostic> in(YamlNode root) {
        MixedScripts scripts = new MixedScripts();
        scripts.visit(root);
        return scripts.found;
    }

    private void visit(YamlNode node) {
        if (node.place().anchored() != null) {
            return; // it is reported where it is written
        }
        if (node instanceof YamlSequence list) {
            list.items().forEach(this::visit);
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().values().forEach(entry -> {
                check(entry.key());
                visit(entry.value());
            });
        }
    }

    private void check(YamlScalar key) {
        UnicodeScript first = null; // of this word
        for (int c : key.text().codePoints().toArray()) {
            UnicodeScript script = UnicodeScript.of(c);
            if (!Character.isLetter(c)) {
                boolean mark = script == UnicodeScript.INHERITED; // an accent of its letter
                first = mark ? first : null;
            } else if (ALIKE.contains(script)) {
                if (first != null && script != first) {
                    report(key, c, script, first);
                    return;
                }
                first = script;
            }
        }
    }

    private void report(YamlScalar key, int c, UnicodeScript script, UnicodeScript others) {
        found.add(Diagnostic.of(
                        RuleId.MIXED_SCRIPTS,
                        key.place(),
                        "the letter \"" + Character.toString(c) + "\" in \"" + key.text() + "\" is " + title(script)
                                + ", those before it are " + title(others))
                .help("use letters of one script in a word: others only look the same"));
    }

    private static String title(UnicodeScript script) {
        String name = script.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
