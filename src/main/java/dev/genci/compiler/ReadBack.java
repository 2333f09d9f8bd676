package dev.genci.compiler;

import dev.genci.data.Value;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.WorkflowTree;
import dev.genci.source.SourceFile;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.util.IdentityHashMap;
import java.util.Map;

/** Whether a text says what the tree says from which it was laid out. */
final class ReadBack {
    /** Lists that were compared, each with what it was compared with: an alias stands for the same list many times. */
    private final IdentityHashMap<YamlNode, Value> compared = new IdentityHashMap<>();

    private ReadBack() {}

    /**
     * Reads the text again and compares.
     *
     * @throws IllegalStateException when they differ, which is a bug
     */
    static void check(String path, String text, WorkflowTree tree) {
        Outcome<YamlTree> read = YamlReader.readAgain(new SourceFile(path, text));
        if (read.value() == null || read.hasErrors()) {
            throw new IllegalStateException(path + " is not YAML: " + read.diagnostics());
        }
        if (!new ReadBack().same(read.value().root(), tree.root())) {
            throw new IllegalStateException(path + " does not say what was meant");
        }
    }

    private boolean same(YamlNode node, Value value) {
        if (node instanceof YamlMapping mapping) {
            return value instanceof Value.Fields fields && same(mapping.entries(), fields.fields());
        }
        if (node instanceof YamlSequence list) {
            return value instanceof Value.Items items && same(list, items);
        }
        YamlScalar scalar = (YamlScalar) node;
        return switch (scalar.type()) {
            case STRING -> value instanceof Value.Text text && text.text().equals(scalar.text());
            case INTEGER, FLOAT ->
                value instanceof Value.Numeral numeral && numeral.text().equals(scalar.text());
            case BOOLEAN -> value instanceof Value.Flag flag && flag.value() == Boolean.parseBoolean(scalar.text());
            case NULL -> value instanceof Value.Nothing;
        };
    }

    private boolean same(Map<String, YamlEntry> entries, Map<String, Value> fields) {
        if (entries.size() != fields.size()) {
            return false;
        }
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            YamlEntry entry = entries.get(field.getKey());
            // A key that reads back as something else than text would be another key.
            if (entry == null || entry.key().type() != ScalarType.STRING || !same(entry.value(), field.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean same(YamlSequence list, Value.Items items) {
        if (compared.get(list) == items) {
            return true;
        }
        if (list.items().size() != items.items().size()) {
            return false;
        }
        for (int i = 0; i < items.items().size(); i++) {
            if (!same(list.items().get(i), items.items().get(i))) {
                return false;
            }
        }
        compared.put(list, items);
        return true;
    }
}
