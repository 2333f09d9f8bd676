package dev.genci.forge;

import java.util.List;

/** The list of forges. */
public final class Forges {
    /** All forges, in the order of messages. The first is the default of a manifest that names none. */
    public static final List<Forge> ALL = List.of(new GitHub(), new Forgejo());

    private Forges() {}

    /**
     * The forge of a name.
     *
     * @throws IllegalArgumentException when there is none; the schema lets no other name pass
     */
    public static Forge of(String id) {
        for (Forge forge : ALL) {
            if (forge.id().equals(id)) {
                return forge;
            }
        }
        throw new IllegalArgumentException("no forge " + id);
    }

    /** The names of all of them. */
    public static List<String> ids() {
        return ALL.stream().map(Forge::id).toList();
    }

    /** The names of all of them in a sentence: {@code github or forgejo}; with a third, commas before the last two. */
    public static String anyOf() {
        List<String> ids = ids();
        int last = ids.size() - 1;
        return String.join(", ", ids.subList(0, last)) + " or " + ids.get(last);
    }

    /** Every folder in which some forge looks for workflows, each once. */
    public static List<String> folders() {
        return ALL.stream()
                .flatMap(forge -> forge.folders().stream())
                .distinct()
                .toList();
    }
}
