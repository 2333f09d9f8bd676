package dev.genci.takeover;

import dev.genci.data.Value;
import dev.genci.init.Draft;
import dev.genci.init.Folding;
import dev.genci.manifest.Reference;
import dev.genci.noxfile.NoxSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the noxfile says of a session, as fields of an entry. */
final class Described {
    private Described() {}

    /** The purpose: the first line of its documentation. */
    static String purpose(NoxSession session) {
        String description = session.description().strip().replaceAll("\\s+", " ");
        return description.isEmpty() ? "Run nox -s " + session.name() : description;
    }

    /** The tags that all of some sessions have, without those that mean something else here: a tag here selects all rows. */
    static Set<String> tags(List<NoxSession> sessions) {
        Set<String> tags = new LinkedHashSet<>();
        sessions.stream().limit(1).forEach(each -> tags.addAll(each.tags()));
        sessions.forEach(each -> tags.retainAll(each.tags()));
        tags.removeIf(tag -> new Reference.Tag(tag).isReserved());
        return tags;
    }

    /** An entry that no job runs. */
    static Value.Fields of(Draft draft, String key) {
        NoxSession session = draft.first();
        Value.Fields fields = Value.fields().with("purpose", Value.of(purpose(session)));
        if (!key.equals(session.name())) {
            fields = fields.with("session", Value.of(session.name()));
        }
        fields = fields.with("ci", Value.of(false));
        if (!draft.pythons().isEmpty()) {
            fields = fields.with("python", Value.texts(draft.pythons()));
        } else if (session.python() != null) {
            fields = fields.with("python", Value.of(session.python()));
        } else if (!session.hasVenv()) {
            fields = fields.with("venv-backend", Value.of("none"));
        }
        Map<String, Set<String>> axes = Folding.axes(draft.parameters());
        if (!axes.isEmpty()) {
            Value.Fields map = Value.fields();
            for (Map.Entry<String, Set<String>> axis : axes.entrySet()) {
                map = map.with(axis.getKey(), Value.texts(List.copyOf(axis.getValue())));
            }
            fields = fields.with("parametrize", map);
        } else if (!draft.parameters().isEmpty()) {
            fields = fields.with("parametrize", Value.texts(draft.parameters()));
        }
        Set<String> tags = tags(draft.sessions());
        return tags.isEmpty() ? fields : fields.with("tags", Value.texts(List.copyOf(tags)));
    }
}
