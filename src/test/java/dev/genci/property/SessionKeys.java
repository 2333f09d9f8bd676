package dev.genci.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random values for the keys of a session, its defaults and the whole manifest. */
final class SessionKeys {
    static final String UBUNTU = "ubuntu-24.04";
    private static final List<Object> RUNNERS =
            List.of(UBUNTU, "ubuntu-22.04", "windows-2025", "macos-15", List.of("self-hosted", "linux"));
    private static final List<String> PYTHONS =
            List.of("3.8", "3.10", "3.11", "3.12", "3.13", "3.13t", "pypy3.11", "python3.12");
    private static final List<String> CONDITIONS = List.of(
            "vars.A != 'no'",
            "${{ vars.B != 'no' }}",
            "vars.A != 'no' || vars.B != 'no'",
            "${{ !(vars.A == 'no') && (vars.B != 'no') }}",
            "github.event_name != 'schedule'");

    private final Random random;
    private boolean groups;

    SessionKeys(Random random) {
        this.random = random;
    }

    /** A mapping in this order: that of {@code Map.of} is another one in every process. */
    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(List<T> values, int most) {
        Set<T> chosen = new LinkedHashSet<>();
        int count = 1 + random.nextInt(most);
        while (chosen.size() < count) {
            chosen.add(any(values));
        }
        return List.copyOf(chosen);
    }

    /** Everything beside defaults, sessions and the final job. */
    Map<String, Object> top() {
        Map<String, Object> top = new LinkedHashMap<>();
        if (oneIn(3)) {
            top.put("name", any(List.of("CI", "Checks: all", "yes", "é")));
        }
        targets(top);
        if (oneIn(3)) {
            top.put("on", any(triggers()));
        }
        if (oneIn(4)) {
            top.put("env", map("FORCE_COLOR", 1));
        }
        if (oneIn(5)) {
            top.put("permissions", any(List.of(map("contents", "read", "packages", "read"), map("issues", "write"))));
        }
        if (oneIn(5)) {
            top.put(
                    "concurrency",
                    any(List.of(false, "one", map("group", "g-${{ github.ref }}", "cancel-in-progress", true))));
        }
        if (oneIn(3)) {
            top.put("cache", cache());
        }
        if (oneIn(3)) {
            Map<String, Object> nox = new LinkedHashMap<>();
            nox.put("default-venv-backend", any(List.of("uv", "virtualenv")));
            nox.put("args", List.of("--verbose", "--a=b c"));
            nox.put("packages", List.of("nox-uv"));
            nox.put("python", any(List.of("3.11", "3.14")));
            top.put("nox", nox);
        }
        top.put("pins", map("docker/setup-buildx-action", "0123456789012345678901234567890123456789 # v3"));
        return top;
    }

    private void targets(Map<String, Object> top) {
        Object github = any(List.of(
                ".github/workflows/ci.yml",
                map("runs-on", "ubuntu-22.04"),
                map("file", "x/y.yaml", "python-setup", "uv"),
                map("python-setup", "system")));
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put(UBUNTU, "docker");
        labels.put("ubuntu-22.04", any(List.of("docker", "old", "none")));
        labels.put("windows-2025", any(List.of("none", "windows-own")));
        labels.put("macos-15", any(List.of("none", "none", "mac")));
        labels.put("self-hosted", "own");
        labels.put("linux", "own-linux");
        Object forgejo = any(List.of(
                ".forgejo/workflows/ci.yml",
                map("runs-on", labels),
                map("runs-on", labels, "python-setup", "setup-python"),
                map("runs-on", "bookworm", "python-setup", "system")));
        groups = oneIn(6);
        Map<String, Object> targets = new LinkedHashMap<>();
        targets.put("github", github);
        if (!groups) {
            targets.put("forgejo", forgejo);
        }
        top.put("targets", targets);
    }

    private static List<Object> triggers() {
        Map<String, Object> tags = map("push", map("tags", List.of("v*")));
        Map<String, Object> many = new LinkedHashMap<>();
        many.put("schedule", List.of(map("cron", "0 3 * * 1")));
        many.put("workflow_dispatch", map());
        many.put("merge_group", map());
        return List.of("push", List.of("push", "pull_request"), tags, many);
    }

    private Object cache() {
        if (oneIn(4)) {
            return false;
        }
        Map<String, Object> cache = new LinkedHashMap<>();
        if (oneIn(3)) {
            cache.put("path", any(List.of(".nox", "./.cache/nox")));
        }
        if (oneIn(2)) {
            cache.put("hash", any(List.of(List.of("pyproject.toml", "it's.lock"), List.of("**/*.py"))));
        }
        if (oneIn(3)) {
            cache.put("epoch", 2 + random.nextInt(2));
        }
        if (oneIn(2)) {
            cache.put("refresh", any(List.of("daily", "weekly", "never")));
        }
        if (oneIn(3)) {
            cache.put("fallback", random.nextBoolean());
        }
        return cache;
    }

    /** What may stand in defaults, beside the flags and tags. */
    Map<String, Object> defaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        put(defaults, 3, "python", any(List.of("3.12", List.of("3.11", "3.12"))));
        put(defaults, 4, "timeout-minutes", 20);
        put(defaults, 5, "env", map("COLOR", "1"));
        put(defaults, 6, "if", "vars.A != 'no'");
        put(defaults, 8, "os", some(RUNNERS, 2));
        put(defaults, 8, "posargs", List.of("-x"));
        put(defaults, 10, "parametrize", List.of("n=1"));
        put(defaults, 8, "cache", cache());
        put(defaults, 8, "before", List.of(map("run", "true")));
        put(defaults, 10, "allow-failure", true);
        put(defaults, 15, "run", "make all");
        put(defaults, 6, "notes", "as all");
        return defaults;
    }

    private void put(Map<String, Object> map, int n, String key, Object value) {
        if (oneIn(n)) {
            map.put(key, value);
        }
    }

    /** @param everywhere whether every target must have a runner for it */
    Map<String, Object> session(boolean everywhere) {
        Map<String, Object> session = new LinkedHashMap<>();
        if (oneIn(7)) {
            session.put("run", any(List.of("make docs", "make docs\nmake check\n", "echo 'a: b # c'")));
            put(session, 3, "python", any(List.of("3.12", List.of("3.11", "3.12"))));
        } else {
            nox(session);
        }
        if (everywhere) {
            session.put("runs-on", UBUNTU);
        } else if (oneIn(4)) {
            session.put("os", some(RUNNERS, 3));
        } else if (oneIn(6)) {
            session.put("runs-on", groups && oneIn(2) ? map("group", "big", "labels", "x64") : any(RUNNERS));
        }
        Map<String, Object> env = new LinkedHashMap<>();
        env.put("TOKEN", "${{ secrets.TOKEN }}");
        env.put("EMPTY", "");
        put(session, 6, "env", env);
        put(session, 5, "timeout-minutes", any(List.of(1, 5, 45)));
        put(session, 6, "allow-failure", random.nextBoolean());
        put(session, 4, "if", any(CONDITIONS));
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("uses", "docker/setup-buildx-action");
        action.put("with", map("driver", "docker"));
        put(session, 10, "before", List.of(action, map("run", "echo one\necho two\n", "shell", "bash")));
        put(session, 10, "after", List.of(map("uses", "./.github/actions/x", "if", "failure()")));
        put(session, 4, "duration", any(List.of("4m", 90)));
        return session;
    }

    private void nox(Map<String, Object> session) {
        if (oneIn(2)) {
            session.put("python", oneIn(3) ? any(PYTHONS) : some(PYTHONS.subList(1, 6), 4));
        }
        if (!session.containsKey("python") && oneIn(5)) {
            session.put("venv-backend", "none");
            session.put("python-by", "job");
            return;
        }
        put(session, 5, "python-by", any(List.of("name", "job", "force")));
        if (oneIn(5)) {
            List<Object> ways = new ArrayList<>();
            ways.add(List.of("django='4.2'", "django='5.0', x=1"));
            ways.add(map("project", List.of("build", "pip", "a, b")));
            Map<String, Object> two = new LinkedHashMap<>();
            two.put("a", List.of("1", "2"));
            two.put("b", List.of("x", "y"));
            ways.add(two);
            session.put("parametrize", any(ways));
        }
        put(
                session,
                5,
                "posargs",
                any(List.of(List.of("-n", "auto"), List.of("it's", "${{ github.ref }}"), List.of())));
        put(session, 6, "cache", cache());
    }
}
