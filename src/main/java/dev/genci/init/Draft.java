package dev.genci.init;

import dev.genci.analysis.rule.InterpreterName;
import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entry to be: sessions of one function that differ only in interpreter and parameters, with every combination of them.
 *
 * @param key of the entry
 * @param sessions in nox's order, at least one
 * @param pythons the versions in the names; empty where the noxfile lists none
 * @param parameters what nox shows inside the parentheses; empty where there are none
 */
public record Draft(String key, List<NoxSession> sessions, List<String> pythons, List<String> parameters) {

    /** Copies the lists. */
    public Draft {
        sessions = List.copyOf(sessions);
        pythons = List.copyOf(pythons);
        parameters = List.copyOf(parameters);
    }

    /** The same by another key. */
    public Draft named(String other) {
        return new Draft(other, sessions, pythons, parameters);
    }

    /** What all of its sessions are. */
    public NoxSession first() {
        return sessions.get(0);
    }

    /** The entries of a noxfile, in its order: one for a function, more where its parameters depend on the interpreter. */
    public static List<Draft> of(Map<String, List<NoxSession>> byName) {
        return of(byName, Set.of());
    }

    /**
     * The same beside other entries.
     *
     * @param taken names that no entry may get
     */
    public static List<Draft> of(Map<String, List<NoxSession>> byName, Set<String> taken) {
        List<Draft> drafts = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(byName.keySet());
        keys.addAll(taken);
        byName.forEach((name, sessions) -> {
            String key = taken.contains(name) ? free(name, keys) : name;
            for (List<NoxSession> part : parts(sessions)) {
                drafts.add(draft(key, part));
                key = free(name, keys);
            }
        });
        return drafts;
    }

    /** The next name that is not taken; it is then. */
    private static String free(String name, Set<String> keys) {
        String key = name;
        for (int i = 2; !keys.add(key); i++) {
            key = name + "-" + i;
        }
        return key;
    }

    /** Those of one form whose interpreters have the same parameters. */
    private static List<List<NoxSession>> parts(List<NoxSession> sessions) {
        Map<String, List<NoxSession>> byPython = new LinkedHashMap<>();
        for (NoxSession session : sessions) {
            String form = session.listsPython() ? "list" : session.hasVenv() ? "one" : "none";
            byPython.computeIfAbsent(form + " " + session.python(), python -> new ArrayList<>())
                    .add(session);
        }
        Map<String, List<NoxSession>> parts = new LinkedHashMap<>();
        byPython.forEach((python, same) -> {
            String form = !same.get(0).listsPython() ? python : isFound(same.get(0)) ? "list" : "unknown";
            String parameters =
                    same.stream().map(NoxSession::parameters).sorted().toList().toString();
            parts.computeIfAbsent(form + parameters, part -> new ArrayList<>()).addAll(same);
        });
        return List.copyOf(parts.values());
    }

    /** Whether the noxfile does not describe it. */
    public boolean isNameless() {
        return first().description().isBlank();
    }

    /** Whether a job can have the interpreter of its name, so that CI can run it. */
    public boolean isFound() {
        return isFound(first());
    }

    private static boolean isFound(NoxSession session) {
        String python = session.python();
        return python == null
                || (session.listsPython()
                        ? InterpreterName.isNox(python) && InterpreterName.isSetupPython(python)
                        : NoxSession.isVersion(python));
    }

    private static Draft draft(String key, List<NoxSession> sessions) {
        Set<String> pythons = new LinkedHashSet<>();
        Set<String> parameters = new LinkedHashSet<>();
        for (NoxSession session : sessions) {
            String inside = session.parameters();
            if (session.listsPython()) {
                pythons.add(String.valueOf(session.python()));
            }
            if (!inside.isEmpty()) {
                parameters.add(inside.substring(1, inside.length() - 1));
            }
        }
        return new Draft(key, sessions, List.copyOf(pythons), List.copyOf(parameters));
    }
}
