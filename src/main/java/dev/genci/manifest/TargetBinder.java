package dev.genci.manifest;

import dev.genci.data.InterpreterSource;
import dev.genci.forge.Forge;
import dev.genci.forge.Forges;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds the targets of a manifest. */
record TargetBinder(Set<YamlNode> rejected) {

    /** All targets, at least one. */
    List<TargetSettings> targets(@Nullable MappingReader targets, Place start) {
        if (targets == null || targets.mapping().entries().isEmpty()) {
            return List.of(TargetSettings.defaults(Forges.ALL.get(0), start));
        }
        List<TargetSettings> all = new ArrayList<>();
        targets.mapping().entries().forEach((id, entry) -> {
            if (!rejected.contains(entry.value())) {
                all.add(target(Forges.of(id), entry));
            }
        });
        return all.isEmpty() ? List.of(TargetSettings.defaults(Forges.ALL.get(0), start)) : all;
    }

    private TargetSettings target(Forge forge, YamlEntry entry) {
        Place place = entry.key().place();
        TargetSettings defaults = TargetSettings.defaults(forge, place);
        if (!(entry.value() instanceof YamlMapping mapping)) {
            Located<String> path =
                    entry.value() instanceof YamlScalar s ? new Located<>(s.text(), s.place()) : defaults.file();
            return new TargetSettings(forge, place, path, defaults.runner(), Map.of(), false, defaults.interpreters());
        }
        MappingReader fields = new MappingReader(mapping, rejected);
        Located<String> path = fields.text("file");
        Located<String> label = fields.text("runs-on");
        YamlMapping map = fields.mapping("runs-on");
        InterpreterSource interpreters = InterpreterSource.of(fields.textOr("python-setup", ""));
        Map<String, Located<List<String>>> runners = map == null ? Map.of() : runners(new MappingReader(map, rejected));
        return new TargetSettings(
                forge,
                place,
                path == null ? defaults.file() : path,
                label == null ? runner(runners, defaults.runner()) : Runner.of(label.value(), label.place()),
                runners,
                map != null,
                interpreters == null ? defaults.interpreters() : interpreters);
    }

    /** A session that names no runner uses the manifest's usual one, which a map can translate like any other. */
    private static Runner runner(Map<String, Located<List<String>>> runners, Runner otherwise) {
        Located<List<String>> own = runners.get(TargetSettings.USUAL_RUNNER);
        return own == null || own.value().isEmpty()
                ? otherwise
                : Runner.of(TargetSettings.USUAL_RUNNER, own.place())
                        .mapped(own.value(), own.value().size() > 1, own.place());
    }

    private static Map<String, Located<List<String>>> runners(MappingReader map) {
        Map<String, Located<List<String>>> runners = new LinkedHashMap<>();
        map.mapping().entries().forEach((label, entry) -> {
            List<String> labels = Located.values(map.texts(label));
            runners.put(
                    label,
                    new Located<>(
                            labels.equals(List.of("none")) ? List.of() : labels,
                            entry.key().place()));
        });
        return runners;
    }
}
