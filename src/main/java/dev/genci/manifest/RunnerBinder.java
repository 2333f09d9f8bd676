package dev.genci.manifest;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.List;
import java.util.Set;

/** Binds a value of {@code runs-on}. */
record RunnerBinder(Set<YamlNode> rejected) {

    Runner bind(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            MappingReader runner = new MappingReader(mapping, rejected);
            Located<String> group = runner.text("group");
            return new Runner(
                    Located.values(runner.texts("labels")), group == null ? null : group.value(), true, node.place());
        }
        if (node instanceof YamlSequence list) {
            List<String> labels = list.items().stream()
                    .filter(item -> item instanceof YamlScalar)
                    .map(item -> ((YamlScalar) item).text())
                    .toList();
            return new Runner(labels, null, true, node.place());
        }
        return Runner.of(node instanceof YamlScalar scalar ? scalar.text() : "", node.place());
    }
}
