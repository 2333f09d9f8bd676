package dev.genci.manifest;

import dev.genci.manifest.TopKey.Holds;
import dev.genci.yaml.ScalarType;
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

/**
 * The manifest as one of its workflows sees it: in the form of a manifest that has this workflow alone, so that nothing
 * after the binder knows of others.
 *
 * @param id of the workflow, with its place
 * @param root the top level: what holds for all, and what is this workflow's own
 * @param targets its own {@code targets}; absent for those of the top level
 */
record WorkflowView(
        Located<String> id, YamlMapping root, @Nullable YamlNode targets) {

    /** All of them, that of the top level first. */
    static List<WorkflowView> of(YamlMapping root, Set<YamlNode> rejected) {
        List<WorkflowView> views = new ArrayList<>();
        views.add(new WorkflowView(new Located<>(Workflow.TOP, root.place()), root, null));
        MappingReader all = new MappingReader(root, rejected).inside(TopKey.WORKFLOWS.key());
        if (all != null) {
            all.mapping().entries().forEach((id, entry) -> {
                MappingReader own = all.inside(id);
                if (own != null && !rejected.contains(entry.key()) && !id.equals(Workflow.TOP)) {
                    views.add(new WorkflowView(
                            new Located<>(id, entry.key().place()),
                            new WorkflowView.Merge(root, own, rejected).root(),
                            own.node(TopKey.TARGETS.key())));
                }
            });
        }
        return views;
    }

    /** What a workflow's keys become together with those of the top level. */
    private record Merge(YamlMapping top, MappingReader own, Set<YamlNode> rejected) {
        private YamlMapping root() {
            Map<String, YamlEntry> entries = new LinkedHashMap<>(top.entries());
            for (TopKey key : TopKey.values()) {
                YamlNode value = key.isOfAWorkflow() ? own.node(key.key()) : null;
                if (key.holds() == Holds.FOR_ONE) {
                    entries.remove(key.key());
                }
                if (value != null) {
                    YamlScalar word = new YamlScalar(value.place(), key.key(), ScalarType.STRING, true);
                    entries.merge(key.key(), new YamlEntry(word, value), (theirs, mine) -> merged(key, theirs, mine));
                }
            }
            return new YamlMapping(top.place(), top.flow(), entries);
        }

        private YamlEntry merged(TopKey key, YamlEntry theirs, YamlEntry mine) {
            if (rejected.contains(theirs.value())
                    || !(theirs.value() instanceof YamlMapping a)
                    || !(mine.value() instanceof YamlMapping b)) {
                return mine;
            }
            YamlMapping both = key == TopKey.DEFAULTS
                    ? EntryDefaults.layered(a, b)
                    : new YamlMapping(b.place(), b.flow(), together(a, b));
            return new YamlEntry(mine.key(), both);
        }

        private static Map<String, YamlEntry> together(YamlMapping theirs, YamlMapping mine) {
            Map<String, YamlEntry> both = new LinkedHashMap<>(theirs.entries());
            both.putAll(mine.entries());
            return both;
        }
    }
}
