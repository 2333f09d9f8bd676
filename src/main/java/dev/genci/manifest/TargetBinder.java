package dev.genci.manifest;

import dev.genci.data.InterpreterSource;
import dev.genci.forge.Forge;
import dev.genci.forge.Forges;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds the targets of a workflow. */
record TargetBinder(Set<YamlNode> rejected) {

    private static final String ENDING = ".yml";

    /**
     * The targets of a workflow, at least one.
     *
     * @param targets those of the manifest
     */
    List<TargetSettings> targets(@Nullable MappingReader targets, WorkflowView view, Place start) {
        List<TargetSettings> all = targets(targets, start);
        if (view.id().value().equals(Workflow.TOP)) {
            return all;
        }
        Map<String, OwnTarget> own = own(view.targets());
        if (own.isEmpty()) {
            return all.stream().map(target -> beside(target, view.id())).toList();
        }
        List<TargetSettings> chosen = new ArrayList<>();
        own.forEach((id, said) -> {
            TargetSettings settings = all.stream()
                    .filter(target -> target.id().equals(id))
                    .findFirst()
                    .orElseGet(() -> TargetSettings.defaults(Forges.of(id), said.place()));
            chosen.add(
                    said.path() == null
                            ? beside(settings, new Located<>(view.id().value(), said.place()))
                            : settings.with(said.place(), said.path()));
        });
        return chosen;
    }

    /**
     * What a workflow says about a target of its own.
     *
     * @param place its name
     */
    private record OwnTarget(Place place, @Nullable Located<String> path) {}

    /** The own targets of a workflow by name: a list of names, or a map from names to paths. */
    private Map<String, OwnTarget> own(@Nullable YamlNode targets) {
        Map<String, OwnTarget> own = new LinkedHashMap<>();
        if (targets instanceof YamlMapping paths) {
            paths.entries().forEach((id, entry) -> {
                boolean wrong = rejected.contains(entry.key()) || rejected.contains(entry.value());
                if (entry.value() instanceof YamlScalar path && !wrong) {
                    own.put(id, new OwnTarget(entry.key().place(), new Located<>(path.text(), path.place())));
                }
            });
        } else if (targets != null) {
            List<YamlNode> names = targets instanceof YamlSequence list ? list.items() : List.of(targets);
            for (YamlNode name : names) {
                if (name instanceof YamlScalar word && !rejected.contains(word)) {
                    own.put(word.text(), new OwnTarget(word.place(), null));
                }
            }
        }
        return own;
    }

    /** A workflow's file is named like it, in the folder of the manifest's other one. */
    private static TargetSettings beside(TargetSettings target, Located<String> workflow) {
        String other = target.file().value();
        String path = other.substring(0, other.lastIndexOf('/') + 1) + workflow.value() + ENDING;
        return target.with(workflow.place(), new Located<>(path, workflow.place()));
    }

    private List<TargetSettings> targets(@Nullable MappingReader targets, Place start) {
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
            return defaults.with(place, path);
        }
        MappingReader fields = new MappingReader(mapping, rejected);
        Located<String> path = fields.text("file");
        Located<String> label = fields.text("runs-on");
        YamlMapping map = fields.mapping("runs-on");
        InterpreterSource interpreters = InterpreterSource.of(fields.textOr("python-setup", ""));
        Map<String, Located<List<String>>> runners = map == null ? Map.of() : runners(new MappingReader(map, rejected));
        Located<String> artifacts = fields.text(TargetKey.ARTIFACTS.key());
        return new TargetSettings(
                artifacts == null ? forge : forge.withArtifacts(artifacts.value()),
                place,
                path == null ? defaults.file() : path,
                label == null ? runner(runners, defaults.runner()) : Runner.of(label.value(), label.place()),
                runners,
                map != null,
                interpreters == null ? defaults.interpreters() : interpreters,
                fields.flagOr(TargetKey.CACHE.key(), true),
                fields.flagOr(TargetKey.ANCHORS.key(), true),
                artifacts);
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
