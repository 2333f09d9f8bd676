package dev.genci.fix;

import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes a noxfile at random, in ways after which its manifest has one right form. */
final class Changes {
    /** What a manifest may lose: versions, the values of {@code p}, and what is around them. */
    private static final String VALUES =
            "[\"']?(?:(?:pypy|graalpy)?[23]\\.[0-9x]+t?(?:-dev|\\+debug|-v[0-9.]+)?|p1)[\"']?[,\\s]*|-\\s+|\\*\\w+|[\\s,\\[\\]\"']+";

    private final Random random;
    private final Map<String, List<NoxSession>> sessions = new LinkedHashMap<>();
    private final List<String> single;
    private final List<String> said = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    /** New names to old ones. */
    private final Map<String, String> renamed = new LinkedHashMap<>();

    /** @param single the sessions whose entry is no other session's */
    Changes(Random random, Map<String, List<NoxSession>> sessions, Set<String> single) {
        this.random = random;
        this.sessions.putAll(sessions);
        this.single = new ArrayList<>(single.stream().sorted().toList());
    }

    Map<String, List<NoxSession>> sessions() {
        return sessions;
    }

    List<String> said() {
        return said;
    }

    /** A text with the old names again. */
    String undone(String text) {
        String old = text;
        for (Map.Entry<String, String> each : renamed.entrySet()) {
            old = old.replace(each.getKey(), each.getValue());
        }
        return old;
    }

    /** A text without what it may lose, or have in another order. */
    String lasting(String text) {
        String rest = text;
        for (String value : lost) {
            rest = rest.replaceAll("\\b" + Pattern.quote(value) + "(?![\\w-])", "");
        }
        return rest.replaceAll(VALUES, "");
    }

    void some() {
        int number = 1 + random.nextInt(3);
        for (int i = 0; i < number; i++) {
            switch (random.nextInt(5)) {
                case 0 -> add();
                case 1 -> rename();
                case 2 -> parameters();
                default -> pythons();
            }
        }
    }

    private @Nullable String any() {
        return single.isEmpty() ? null : single.remove(random.nextInt(single.size()));
    }

    /** Somewhere between the others. */
    private void add() {
        String name = "zz_" + said.size() + "_" + random.nextInt(1000);
        List<NoxSession> added =
                switch (random.nextInt(4)) {
                    case 0 -> List.of(session(name, name, "3.12", ""));
                    case 1 ->
                        List.of(
                                session(name + "-3.12", name, "3.12", "It's: a # \"test\""),
                                session(name + "-3.13", name, "3.13", ""));
                    case 2 ->
                        List.of(
                                session(name + "-3.12(a='1')", name, "3.12", "Tests."),
                                session(name + "-3.12(a='2')", name, "3.12", "Tests."));
                    default -> List.of(new NoxSession(name, name, "Clean.", null, false, List.of("new")));
                };
        Map<String, List<NoxSession>> all = new LinkedHashMap<>();
        int at = random.nextInt(sessions.size() + 1);
        for (Map.Entry<String, List<NoxSession>> each : sessions.entrySet()) {
            if (at-- == 0) {
                all.put(name, added);
            }
            all.put(each.getKey(), each.getValue());
        }
        all.putIfAbsent(name, added);
        sessions.clear();
        sessions.putAll(all);
        said.add("added " + name);
    }

    private void rename() {
        String old = any();
        if (old == null || old.length() < 4 || old.length() > 60) {
            return;
        }
        String name = old + "-qq";
        Map<String, List<NoxSession>> all = new LinkedHashMap<>();
        sessions.forEach((each, list) -> all.put(
                each.equals(old) ? name : each,
                each.equals(old)
                        ? list.stream()
                                .map(session -> session(
                                        name + session.session().substring(old.length()),
                                        name,
                                        session.python(),
                                        "",
                                        session.hasVenv()))
                                .toList()
                        : list));
        sessions.clear();
        sessions.putAll(all);
        renamed.put(name, old);
        said.add("renamed " + old);
    }

    /** One value less, another one more. */
    private void parameters() {
        String name = any();
        List<NoxSession> old = name == null ? List.of() : sessions.getOrDefault(name, List.of());
        List<String> inside = new ArrayList<>(
                old.stream().map(NoxSession::parameters).distinct().toList());
        boolean plain = inside.stream().allMatch(each -> each.matches("\\((?:\\w+=)?'?[\\w. -]+'?\\)"));
        if (name == null || inside.isEmpty() || !plain) {
            return;
        }
        String gone = inside.remove(random.nextInt(inside.size()));
        String value = gone.replaceAll("^\\((?:\\w+=)?'?|'?\\)$", "");
        lost.add(gone.substring(1, gone.length() - 1));
        lost.add(value);
        inside.add(random.nextInt(inside.size() + 1), gone.replace(value, "p1"));
        List<NoxSession> all = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (NoxSession session : old) {
            String base = session.session()
                    .substring(
                            0, session.session().length() - session.parameters().length());
            if (done.add(base)) {
                inside.forEach(each -> all.add(session(base + each, name, session.python(), "", session.hasVenv())));
            }
        }
        sessions.put(name, all);
        said.add(name + " with " + inside);
    }

    /** Another list, or a list in place of none. */
    private void pythons() {
        String name = any();
        if (name == null
                || sessions.getOrDefault(name, List.of()).stream()
                        .anyMatch(session -> !session.parameters().isEmpty() || !session.hasVenv())) {
            return;
        }
        List<String> all = new ArrayList<>(List.of("3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "pypy3.11"));
        while (all.size() > 3 && random.nextInt(5) > 0) {
            all.remove(random.nextInt(all.size()));
        }
        sessions.put(
                name,
                all.stream()
                        .map(python -> session(name + "-" + python, name, python, ""))
                        .toList());
        said.add(name + " on " + all);
    }

    private static NoxSession session(String session, String name, @Nullable String python, String description) {
        return session(session, name, python, description, true);
    }

    private static NoxSession session(
            String session, String name, @Nullable String python, String description, boolean venv) {
        return new NoxSession(session, name, description, python, venv, List.of());
    }
}
