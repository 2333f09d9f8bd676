package dev.genci.fix;

import dev.genci.edit.Edit;
import dev.genci.edit.Plain;
import dev.genci.edit.Proposal;
import dev.genci.emit.YamlText;
import dev.genci.manifest.Names;
import dev.genci.manifest.SchemaGuide;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls a session as the noxfile calls it now: the key of its entry, and every reference to it, or the word that names it. */
record Rename(ManifestText text, SchemaGuide guide) {
    private static final String SESSIONS = "sessions";

    /**
     * Renames it.
     *
     * @param isKey whether an entry is called as the session is
     * @param words other places that name the session
     */
    Proposal.Answer to(String old, String other, boolean isKey, List<Place> words) {
        YamlMapping sessions = text.sessions();
        if (isKey && sessions != null && sessions.get(other) != null) {
            return Proposal.Answer.no("\"" + other + "\" is the name of another entry: add session: "
                    + YamlText.string(other, false) + " to this one, or rename that one");
        }
        List<Place> places = new ArrayList<>(words);
        if (isKey) {
            Names names = Names.of(text.tree(), guide);
            names.all().stream()
                    .filter(name -> name.kind() == Names.Kind.SESSION
                            && name.gives()
                            && name.text().equals(old))
                    .forEach(name -> places.addAll(names.places(name)));
        }
        List<Edit> edits = new ArrayList<>();
        for (Place place : places) {
            Written.Change change = Written.at(place).replace(old, other, true);
            if (change == null) {
                return Proposal.Answer.no(
                        "it is written as \"" + place.written().text() + "\", which cannot be replaced");
            }
            add(edit(change), edits);
        }
        String where = edits.size() == 1 ? "" : " in " + edits.size() + " places";
        return Proposal.Answer.of(new Proposal(
                edits, "renamed \"" + old + "\" to \"" + other + "\"" + where, meaning(isKey, old, other)));
    }

    private static Proposal.Meaning meaning(boolean isKey, String old, String other) {
        return (before, after) -> {
            Map<String, Object> sessions = Plain.map(before, SESSIONS);
            Object entry = isKey ? sessions.remove(old) : null;
            if (entry != null) {
                sessions.put(other, entry);
            }
            Plain.adopt(before, after, (was, now) -> isText(was, old) && isText(now, other));
        };
    }

    private static boolean isText(String scalar, String text) {
        return scalar.substring(scalar.indexOf(' ') + 1).equals(text);
    }

    /** What several aliases stand for is edited once. */
    private static void add(Edit edit, List<Edit> edits) {
        if (!edits.contains(edit)) {
            edits.add(edit);
        }
    }

    private Edit edit(Written.Change change) {
        Place place = change.place();
        int start = text.lines().offset(place);
        return new Edit(start, start + place.text().length(), change.text());
    }
}
