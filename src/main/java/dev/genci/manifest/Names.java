package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The names that a manifest gives and uses.
 *
 * @param all each at each of its places
 * @param metas the sessions that have members
 * @param helpers the sessions to which nothing may refer
 * @param ofNox what nox calls the sessions that it runs, each in a call of its own
 */
public record Names(List<Name> all, Set<String> metas, Set<String> helpers, Set<String> ofNox) {
    private static final String SESSIONS = "sessions";
    /** The keys of an entry that is no nox session. */
    private static final List<String> NOT_OF_NOX = List.of("members", "helper", "run", "calls");

    /** What a name is a name of. */
    public enum Kind {
        /** A session. */
        SESSION,
        /** A job that the manifest writes as in Actions; sessions may need it as they need each other. */
        JOB,
        /** The sessions that have a tag. */
        TAG,
        /** A workflow. */
        WORKFLOW
    }

    /**
     * A name at a place.
     *
     * @param gives whether this is where it gets a meaning: for a tag, where a session has it
     */
    public record Name(Kind kind, String text, Place place, boolean gives) {
        private boolean isSame(Name other) {
            boolean sessions = kind != Kind.TAG && kind != Kind.WORKFLOW;
            boolean otherSessions = other.kind != Kind.TAG && other.kind != Kind.WORKFLOW;
            return text.equals(other.text) && (kind == other.kind || sessions && otherSessions);
        }
    }

    /** Copies the lists. */
    public Names {
        all = List.copyOf(all);
    }

    /** None, of a text that cannot be read. */
    public static Names none() {
        return new Names(List.of(), Set.of(), Set.of(), Set.of());
    }

    /** Those of a tree. */
    public static Names of(YamlTree tree, SchemaGuide guide) {
        List<Name> all = new ArrayList<>();
        keys(tree.root(), SESSIONS, Kind.SESSION, all);
        keys(tree.root(), "jobs", Kind.JOB, all);
        keys(tree.root(), "workflows", Kind.WORKFLOW, all);
        new TreeWalk((scalar, isKey, part) -> {
                    if (!isKey) {
                        use(part.textIs(), scalar.text(), scalar.place(), all);
                    }
                })
                .walk(tree.root(), guide.root());
        return new Names(all, with("members", tree.root()), with("helper", tree.root()), ofNox(tree.root()));
    }

    /** The sessions that have a key. */
    private static Set<String> with(String key, YamlNode root) {
        Set<String> names = new LinkedHashSet<>();
        if (field(root, SESSIONS) instanceof YamlMapping sessions) {
            sessions.entries().forEach((name, entry) -> {
                if (field(entry.value(), key) != null) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    private static Set<String> ofNox(YamlNode root) {
        Set<String> names = new LinkedHashSet<>();
        if (field(root, SESSIONS) instanceof YamlMapping sessions) {
            sessions.entries().forEach((name, entry) -> {
                if (NOT_OF_NOX.stream().allMatch(key -> field(entry.value(), key) == null)) {
                    names.add(field(entry.value(), "session") instanceof YamlScalar other ? other.text() : name);
                }
            });
        }
        return names;
    }

    private static void use(String textIs, String text, Place place, List<Name> all) {
        switch (textIs) {
            case "session" ->
                all.add(
                        Reference.of(text) instanceof Reference.Tag tag
                                ? new Name(Kind.TAG, tag.tag(), place, false)
                                : new Name(Kind.SESSION, text, place, false));
            case "final-job" -> all.add(new Name(Kind.SESSION, text, place, false));
            case "tag" -> all.add(new Name(Kind.TAG, text, place, true));
            case "workflow" -> all.add(new Name(Kind.WORKFLOW, text, place, false));
            default -> {}
        }
    }

    private static @Nullable YamlNode field(YamlNode node, String key) {
        return node instanceof YamlMapping mapping ? mapping.get(key) : null;
    }

    private static void keys(YamlNode root, String key, Kind kind, List<Name> all) {
        if (field(root, key) instanceof YamlMapping mapping) {
            mapping.entries()
                    .forEach((name, entry) ->
                            all.add(new Name(kind, name, entry.key().place(), true)));
        }
    }

    /** Where a name gets its meaning. */
    public List<Place> definitions(Name name) {
        return places(other -> other.gives() && name.isSame(other));
    }

    /** Everywhere where a name is written. */
    public List<Place> places(Name name) {
        return places(name::isSame);
    }

    private List<Place> places(Predicate<Name> which) {
        return all.stream()
                .filter(which)
                .map(each -> each.place().written())
                .distinct()
                .toList();
    }

    /** The names that are given to something. */
    public Set<String> given(Kind kind) {
        Set<String> given = new LinkedHashSet<>();
        all.stream().filter(name -> name.kind() == kind && name.gives()).forEach(name -> given.add(name.text()));
        return given;
    }

    /** Whether a name is one of a session. */
    public boolean isSession(Name name) {
        return name.kind() != Kind.TAG && given(Kind.SESSION).contains(name.text());
    }
}
