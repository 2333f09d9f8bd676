package dev.genci.fix;

import dev.genci.data.Value;
import dev.genci.edit.Edit;
import dev.genci.emit.YamlText;
import dev.genci.init.Draft;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.PythonBy;
import dev.genci.manifest.Work;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlSequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The interpreters of an entry.
 *
 * @param only whether no other entry runs the session
 */
record PythonField(ManifestText text, YamlMapping entry, Work work, NoxCall call, Draft draft, boolean only) {
    private static final String PYTHON = "python";
    private static final String BY = "python-by";
    private static final String BACKEND = "venv-backend";

    /** What becomes of them. */
    FieldChange change() {
        if (call.pythonBy() == PythonBy.FORCE) {
            return FieldChange.none();
        }
        List<String> written = Located.values(work.axes().pythons());
        boolean lists = call.pythonBy() == PythonBy.NAME;
        if (!draft.pythons().isEmpty()) {
            return listed(written, lists);
        }
        String one = draft.first().python();
        if (one != null) {
            return named(written, lists, one);
        }
        FieldChange form = lists ? single(written) : FieldChange.none();
        boolean none = !draft.first().hasVenv() && call.hasVenv();
        return none ? form.and(set(BACKEND, Value.of("none"))) : form;
    }

    /** The noxfile has a list. */
    private FieldChange listed(List<String> written, boolean lists) {
        Value value = Value.texts(draft.pythons());
        if (!only) {
            return written.size() == 1 && draft.pythons().contains(Invocation.nameForNox(written.get(0)))
                    ? set(PYTHON, Value.texts(written))
                    : FieldChange.no(
                            "other entries run the session, too: which of the Pythons this one has is a person's choice");
        }
        if (!lists) {
            return work.keys().containsKey(BY)
                    ? FieldChange.no(BY + " is there: what it is for, a person knows")
                    : set(PYTHON, value);
        }
        Set<String> names = written.stream().map(Invocation::nameForNox).collect(Collectors.toSet());
        if (names.equals(new HashSet<>(draft.pythons()))) {
            return FieldChange.none();
        }
        YamlEntry field = ManifestText.field(entry, PYTHON);
        if (field != null && field.value() instanceof YamlSequence list && ManifestText.isHere(list)) {
            List<Edit> edits = ListEdits.of(text, list, draft.pythons(), Invocation::nameForNox);
            return FieldChange.set(PYTHON, merged(written, draft.pythons()), edits);
        }
        return set(PYTHON, value);
    }

    /** What the manifest wrote of the same meaning stays. */
    private static Value merged(List<String> written, List<String> wanted) {
        return Value.texts(wanted.stream()
                .map(name -> written.stream()
                        .filter(each -> Invocation.nameForNox(each).equals(name))
                        .findFirst()
                        .orElse(name))
                .toList());
    }

    /** The noxfile has one version. */
    private FieldChange named(List<String> written, boolean lists, String one) {
        boolean same =
                written.stream().allMatch(each -> Invocation.nameForNox(each).equals(one));
        return same && (!lists || written.size() == 1) ? FieldChange.none() : set(PYTHON, Value.of(one));
    }

    /** The noxfile has none, so a list must not be one. */
    private FieldChange single(List<String> written) {
        return written.size() == 1
                ? set(PYTHON, Value.of(written.get(0)))
                : FieldChange.no("which of " + String.join(", ", written)
                        + " it should run on is a person's choice: the noxfile names none");
    }

    private FieldChange set(String key, Value value) {
        @Nullable Edit edit = new FieldEdits(text, entry).set(key, YamlText.flow(value, ""));
        return FieldChange.set(key, value, edit);
    }
}
