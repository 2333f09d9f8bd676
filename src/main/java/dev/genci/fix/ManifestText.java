package dev.genci.fix;

import dev.genci.edit.Lines;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.yaml.Extents;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A manifest as it is written: which stretch of its text each node of its tree is. */
record ManifestText(YamlTree tree, Lines lines, Extents extents) {

    /** That of a text; {@code null} when it is no YAML. */
    static @Nullable ManifestText of(SourceFile file) {
        YamlTree tree = YamlReader.read(file).value();
        return tree == null ? null : new ManifestText(tree, new Lines(file), Extents.of(file));
    }

    String text() {
        return tree.file().text();
    }

    /** The mapping of all entries; {@code null} where there is none. */
    @Nullable YamlMapping sessions() {
        return tree.root() instanceof YamlMapping root && root.get("sessions") instanceof YamlMapping sessions
                ? sessions
                : null;
    }

    /** The mapping of an entry; {@code null} where an alias stands for it. */
    @Nullable YamlMapping entry(String name) {
        YamlMapping sessions = sessions();
        return sessions != null && sessions.get(name) instanceof YamlMapping entry && isHere(entry) ? entry : null;
    }

    /** The field of an entry, if it is written there, and not only by an alias. */
    static YamlMapping.@Nullable YamlEntry field(YamlMapping entry, String key) {
        YamlMapping.YamlEntry field = entry.entries().get(key);
        return field != null && isHere(field.key()) ? field : null;
    }

    /** The fields that are written in a mapping, in their order. */
    static List<YamlMapping.YamlEntry> fields(YamlMapping mapping) {
        return mapping.entries().values().stream()
                .filter(field -> isHere(field.key()))
                .toList();
    }

    /** Whether a node is written where it is, and no alias stands for it. */
    static boolean isHere(YamlNode node) {
        return node.place().anchored() == null;
    }

    /** Where a node begins, with its anchor. */
    int start(YamlNode node) {
        return lines.offset(node.place());
    }

    /** After its last character. */
    int end(YamlNode node) {
        return lines.offset(extents.end(node));
    }

    /** Behind the brace of a mapping in flow style. */
    int open(YamlMapping mapping) {
        return text().indexOf('{', start(mapping)) + 1;
    }

    /** What is inside of the braces of a mapping: a space, or nothing. */
    String pad(YamlMapping mapping) {
        return mapping.flow() && text().startsWith(" ", open(mapping)) ? " " : "";
    }

    /** The line with the last character of a node. */
    int lastLine(YamlNode node) {
        Place end = extents.end(node);
        int line = end.column() == 1 && end.line() > node.place().line() ? end.line() - 1 : end.line();
        while (line > node.place().line() && lines.isBlank(line)) {
            line--;
        }
        return line;
    }

    /** What is written there. */
    String raw(YamlNode node) {
        return text().substring(start(node), end(node));
    }
}
