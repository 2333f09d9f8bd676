package dev.genci.fix;

import dev.genci.data.Value;
import dev.genci.edit.Edit;
import dev.genci.emit.YamlText;
import dev.genci.init.Draft;
import dev.genci.init.Sketch;
import dev.genci.manifest.Located;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxSession;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of an entry that alone runs its session. */
record ParametersField(ManifestText text, YamlMapping entry, Work work, Draft draft) {
    private static final String KEY = "parametrize";

    /** What becomes of them. */
    FieldChange change() {
        Set<String> wanted =
                draft.parameters().stream().map(NoxSession::asPython).collect(Collectors.toSet());
        Set<String> written = Located.values(work.axes().parameters()).stream()
                .map(NoxSession::asPython)
                .collect(Collectors.toSet());
        if (wanted.equals(written)) {
            return FieldChange.none();
        }
        Value value = Sketch.parameters(draft);
        if (value == null) {
            return FieldChange.remove(KEY, new FieldEdits(text, entry).remove(KEY));
        }
        YamlEntry field = ManifestText.field(entry, KEY);
        if (field != null && ManifestText.isHere(field.value())) {
            if (field.value() instanceof YamlSequence list) {
                return list(list);
            }
            if (field.value() instanceof YamlMapping axes
                    && value instanceof Value.Fields fields
                    && axes.entries().keySet().equals(fields.fields().keySet())) {
                return FieldChange.set(KEY, value, axes(axes, fields));
            }
        }
        return FieldChange.set(KEY, value, new FieldEdits(text, entry).set(KEY, YamlText.flow(value, "")));
    }

    private FieldChange list(YamlSequence list) {
        List<String> wanted =
                draft.parameters().stream().map(NoxSession::asPython).toList();
        // Those that stay keep their form.
        List<String> words = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String own = wanted.get(i);
            words.add(Located.values(work.axes().parameters()).stream()
                    .filter(each -> NoxSession.asPython(each).equals(own))
                    .findFirst()
                    .orElse(draft.parameters().get(i)));
        }
        return FieldChange.set(KEY, Value.texts(words), ListEdits.of(text, list, words, word -> word));
    }

    private @Nullable List<Edit> axes(YamlMapping axes, Value.Fields wanted) {
        List<Edit> edits = new ArrayList<>();
        for (Map.Entry<String, Value> axis : wanted.fields().entrySet()) {
            List<String> values = ((Value.Items) axis.getValue())
                    .items().stream().map(item -> ((Value.Text) item).text()).toList();
            if (!(axes.get(axis.getKey()) instanceof YamlSequence list) || !ManifestText.isHere(list)) {
                return null;
            }
            List<String> now = list.items().stream()
                    .map(item -> item instanceof YamlScalar scalar ? scalar.text() : "")
                    .toList();
            if (new HashSet<>(now).equals(new HashSet<>(values))) {
                continue;
            }
            List<Edit> more = ListEdits.of(text, list, values, word -> word);
            if (more == null) {
                return null;
            }
            edits.addAll(more);
        }
        return edits;
    }
}
