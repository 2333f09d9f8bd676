package dev.genci.fix;

import dev.genci.agreement.Difference;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Severity;
import dev.genci.edit.Plain;
import dev.genci.edit.Trial;
import dev.genci.source.SourceFile;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a manifest is read while it is fixed. What is wrong has a key: a difference its rule and its entry, since its message says
 * how much of it there is; what the manifest alone is told, its rule, since messages name sessions that get other names.
 */
final class Reading implements Trial.Reading {
    private final SourceFile file;
    private final Function<SourceFile, Judged> judge;
    /** The last text that was judged: it is asked for again. */
    private String last;

    private Judged judged;

    /** @param judged what the file is */
    Reading(SourceFile file, Judged judged, Function<SourceFile, Judged> judge) {
        this.file = file;
        this.judge = judge;
        this.last = file.text();
        this.judged = judged;
    }

    /** A text of the manifest as a source. */
    SourceFile file(String text) {
        return text.equals(file.text()) ? file : new SourceFile(file.name(), text);
    }

    Judged judged(String text) {
        if (!text.equals(last)) {
            judged = judge.apply(file(text));
            last = text;
        }
        return judged;
    }

    @Override
    public @Nullable Object plain(String text) {
        YamlTree tree = YamlReader.read(file(text)).value();
        return tree == null ? null : Plain.of(tree.root());
    }

    @Override
    public Map<String, Integer> findings(String text) {
        Judged now = judged(text);
        Map<String, Integer> counts = new HashMap<>();
        now.own().forEach(each -> counts.merge(key(each.rule(), ""), 1, Integer::sum));
        now.differences()
                .values()
                .forEach(all -> all.forEach(each -> keys(each).forEach(key -> {
                    // Two noxfiles may have a session of one name; of an entry, there may be more or less of a
                    // difference.
                    boolean isOne = each.finding().rule() != RuleId.UNLISTED_SESSION;
                    counts.merge(key, 1, (before, one) -> isOne ? 1 : before + one);
                })));
        return counts;
    }

    /** What is said of a text that has a key. */
    String message(String text, String key) {
        return judged(text).all().stream()
                .filter(each -> each.rule().name().equals(key.substring(0, key.indexOf(' '))))
                .map(Diagnostic::message)
                .findFirst()
                .orElse(key);
    }

    /** The keys of a difference: one for each session that the manifest lacks. */
    static List<String> keys(Difference difference) {
        RuleId rule = difference.finding().rule();
        return rule == RuleId.UNLISTED_SESSION
                ? difference.names().stream().map(name -> key(rule, name)).toList()
                : List.of(key(
                        rule, difference.work() == null ? "" : difference.work().name()));
    }

    /** The key of a rule and an entry or a session. */
    static String key(RuleId rule, String name) {
        return rule.name() + " " + name;
    }

    /** Whether what has a key is only a note. */
    static boolean isNote(String key) {
        return RuleId.valueOf(key.substring(0, key.indexOf(' '))).severity() == Severity.NOTE;
    }
}
