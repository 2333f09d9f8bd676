package dev.genci.coverage;

import dev.genci.forge.Forges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For every key of the schema two manifests that differ in it, and where they must differ in what comes out. */
public final class Pairs {
    private static final String BOTH = Forges.ids().stream()
            .map(forge -> forge + ": " + forge + ".yml")
            .collect(Collectors.joining(", ", "targets: {", "}\n"));
    private static final String GITHUB = "targets: {github: g.yml}\n";
    private static final String FLAGS = "ci: true, parallel-safe: true";
    private static final String SESSIONS = "sessions: {a: {purpose: A}, b: {purpose: B}}\n";
    private static final String SHA = "0123456789012345678901234567890123456780";

    /** Where a key shows. */
    public enum Output {
        /** In a workflow. */
        WORKFLOW,
        /** In the table. */
        TABLE,
        /** In a diagnostic. */
        LINT,
        /** In which pins of a committed workflow are kept; a case of {@code cli} shows that. */
        PINS
    }

    /** Two manifests. */
    public record Pair(String before, String after, Output output) {}

    private final Map<String, Pair> all = new LinkedHashMap<>();

    private Pairs() {}

    /** The pairs by key: those below and, for the keys of a session that they lack, those that the schema's examples give. */
    public static Map<String, Pair> all(SchemaKeys schema) {
        Pairs pairs = new Pairs();
        pairs.top();
        pairs.all.putAll(TargetPairs.all());
        TriggerPairs.events().forEach((key, lines) -> pairs.line(key, lines.before(), lines.after()));
        schema.scopes().forEach(pairs::scope);
        pairs.sessions();
        pairs.sessionsAndDefaults();
        for (String place : List.of("first", "before", "after")) {
            pairs.steps("sessions.*." + place + ".[].", step -> session(place + ": [{" + step + "}]"));
            pairs.steps("defaults." + place + ".[].", step -> defaults(place + ": [{" + step + "}]"));
        }
        pairs.steps("sessions.*.calls.[].", step -> session("calls: [{" + step + "}, lint]"));
        pairs.calls();
        pairs.steps("nox.setup.[].", step -> lines(BOTH, "nox: {setup: [{" + step + "}]}\n"));
        pairs.steps("sessions.*.nox.setup.[].", step -> session("nox: {setup: [{" + step + "}]}"));
        pairs.steps("defaults.nox.setup.[].", step -> defaults("nox: {setup: [{" + step + "}]}"));
        pairs.steps("jobs.*.steps.[].", step -> ExamplePairs.job("steps: [{" + step + "}]"));
        pairs.all.putAll(WorkflowPairs.own());
        pairs.all.putAll(RowPairs.own());
        for (String key : schema.leaves()) {
            if (!pairs.all.containsKey(key)) {
                ExamplePairs.of(key, schema).ifPresent(pair -> pairs.all.put(key, pair));
            }
        }
        WorkflowPairs.addMoved(schema.leaves(), pairs.all);
        return pairs.all;
    }

    private void put(String key, Output output, String before, String after) {
        Pair old = all.put(key, new Pair("version: 1\n" + before, "version: 1\n" + after, output));
        if (old != null) {
            throw new AssertionError("two pairs for " + key);
        }
    }

    /** A manifest with lines at the top level. */
    private static String lines(String targets, String lines) {
        return targets + lines + "defaults: {" + FLAGS + "}\n" + SESSIONS;
    }

    private void line(String key, String before, String after) {
        put(key, Output.WORKFLOW, lines(BOTH, before + "\n"), lines(BOTH, after + "\n"));
    }

    private void top() {
        all.put("version", new Pair("version: 1\n" + SESSIONS, "version: 2\n" + SESSIONS, Output.LINT));
        line("name", "", "name: Other");
        line("run-name", "", "run-name: Checks");
        line("env.*", "", "env: {COLOR: 1}");
        line("concurrency.group", "concurrency: {group: a}", "concurrency: {group: b}");
        line(
                "concurrency.cancel-in-progress",
                "concurrency: {group: a}",
                "concurrency: {group: a, cancel-in-progress: true}");
        line("self-check", "", "self-check: true");
        line("final-job.name", "final-job: {title: A}", "final-job: {title: A, name: other}");
        line("final-job.title", "", "final-job: {title: Other}");
        String runner = lines(GITHUB, "final-job: {runs-on: {group: g, labels: x}}\n");
        put("final-job.runs-on.group", Output.WORKFLOW, runner.replace("group: g, ", ""), runner);
        put("final-job.runs-on.labels", Output.WORKFLOW, runner.replace(", labels: x", ""), runner);
        line("cache.path", "", "cache: {path: other}");
        line("cache.mode", "", "cache: {mode: both}");
        line("cache.also", "", "cache: {also: [tools]}");
        line("cache.save", "", "cache: {save: always}");
        line("cache.hash", "", "cache: {hash: [other]}");
        line("cache.epoch", "", "cache: {epoch: 2}");
        line("cache.refresh", "", "cache: {refresh: daily}");
        line("cache.fallback", "", "cache: {fallback: true}");
        line("nox.version", "", "nox: {version: \"2025.1.1\"}");
        line("nox.packages", "", "nox: {packages: [nox-uv]}");
        line("nox.python", "", "nox: {python: \"3.12\"}");
        line("nox.default-venv-backend", "", "nox: {default-venv-backend: uv}");
        line("nox.command", "", "nox: {command: python -m nox}");
        line("nox.env.*", "", "nox: {env: {A: b}}");
        line("nox.args", "", "nox: {args: [--verbose]}");
        put("pins.strict", Output.PINS, lines(BOTH, "pins: {}\n"), lines(BOTH, "pins: {strict: true}\n"));
        line("pins.*", "", "pins: {actions/checkout: \"" + SHA + " # v9\"}");
    }

    /** @param scope with the access it can have: {@code contents: read} */
    private void scope(String scope) {
        String name = scope.substring(0, scope.indexOf(':'));
        String more = name.equals("contents") ? "" : "contents: read, ";
        line("permissions." + name, "permissions: {" + more + "}", "permissions: {" + more + scope + "}");
        String other = scope.equals("contents: read") ? "contents: none" : scope;
        both("permissions." + name, Output.WORKFLOW, "permissions: {}", "permissions: {" + other + "}");
    }

    private static String session(String fields) {
        return session(BOTH, fields);
    }

    private static String session(String targets, String fields) {
        return targets + "defaults: {" + FLAGS + "}\nsessions: {a: {purpose: A, " + fields + "}, b: {purpose: B}}\n";
    }

    private static String defaults(String fields) {
        return defaults(BOTH, fields);
    }

    private static String defaults(String targets, String fields) {
        return targets + "defaults: {" + FLAGS + ", " + fields + "}\n" + SESSIONS;
    }

    private static String said(String fields) {
        return BOTH + "sessions: {a: {purpose: A, " + fields + "}, b: {purpose: B, " + FLAGS + "}}\n";
    }

    private void sessions() {
        put(
                "sessions.*.purpose",
                Output.WORKFLOW,
                session("needs: [b]"),
                session("needs: [b]").replace("A,", "C,"));
        put(
                "sessions.*.ci",
                Output.WORKFLOW,
                said("ci: false, parallel-safe: true"),
                said("ci: true, parallel-safe: true"));
        String two = ", python: [\"3.12\", \"3.13\"]";
        put(
                "sessions.*.parallel-safe",
                Output.WORKFLOW,
                said("ci: true, parallel-safe: false" + two),
                said("ci: true, parallel-safe: true" + two));
        put("defaults.ci", Output.WORKFLOW, flags("ci: false, parallel-safe: true"), flags(FLAGS));
        put("defaults.parallel-safe", Output.WORKFLOW, flags("ci: true, parallel-safe: false"), flags(FLAGS));
        put("sessions.*.needs", Output.WORKFLOW, session(""), session("needs: [b]"));
        put("sessions.*.members", Output.WORKFLOW, meta("[b]"), meta("[b, c]"));
        put("sessions.*.final", Output.WORKFLOW, session(""), session("final: false"));
        put("sessions.*.helper", Output.WORKFLOW, session(""), session("helper: true"));
        put("sessions.*.session", Output.WORKFLOW, session(""), session("session: other"));
        put("sessions.*.tags", Output.WORKFLOW, tagged(""), tagged("tags: [x]"));
        put("defaults.tags", Output.WORKFLOW, defaults(""), defaults("tags: [x]"));
    }

    private static String flags(String flags) {
        return BOTH + "defaults: {" + flags + "}\nsessions: {a: {purpose: A}, b: {purpose: B}, c: {purpose: C, " + FLAGS
                + "}}\n";
    }

    private static String meta(String members) {
        return BOTH + "defaults: {" + FLAGS + "}\nsessions: {a: {purpose: A, members: " + members
                + "}, b: {purpose: B}, c: {purpose: C}}\n";
    }

    private static String tagged(String tags) {
        return BOTH + "defaults: {" + FLAGS + "}\nsessions: {a: {purpose: A, " + tags
                + "}, b: {purpose: B, tags: [x]}, c: {purpose: C, needs: [\"tag:x\"]}}\n";
    }

    /** What may stand in a session and in defaults. */
    private void sessionsAndDefaults() {
        download("from", "from: b", "from: c");
        download("name", "from: b", "from: b, name: d");
        download("into", "from: b", "from: b, into: x");
        download("even-if-failed", "from: b", "from: b, even-if-failed: true");
        both("python-by", Output.WORKFLOW, "python: \"3.11\"", "python: \"3.11\", python-by: force");
        both("runs-on.group", Output.WORKFLOW, "runs-on: {labels: x}", "runs-on: {group: g, labels: x}");
        both("runs-on.labels", Output.WORKFLOW, "runs-on: {group: g}", "runs-on: {group: g, labels: x}");
        both("os.[].group", Output.WORKFLOW, "os: [x, {labels: y}]", "os: [x, {group: g, labels: y}]");
        both("os.[].labels", Output.WORKFLOW, "os: [x, {group: g}]", "os: [x, {group: g, labels: x}]");
        both("allow-failure", Output.WORKFLOW, "", "allow-failure: true");
        String rows = "os: [x, y]";
        String fast = rows + ", fail-fast: true";
        put("sessions.*.fail-fast", Output.WORKFLOW, session(GITHUB, rows), session(GITHUB, fast));
        put("defaults.fail-fast", Output.WORKFLOW, defaults(GITHUB, rows), defaults(GITHUB, fast));
        both("venv-backend", Output.WORKFLOW, "", "venv-backend: none");
        both("cache.path", Output.WORKFLOW, "", "cache: {path: other}");
        both("cache.mode", Output.WORKFLOW, "", "cache: {mode: downloads}");
        both("cache.also", Output.WORKFLOW, "", "cache: {also: [~/tools]}");
        both("cache.save", Output.WORKFLOW, "", "cache: {save: default-branch}");
        both("cache.hash", Output.WORKFLOW, "", "cache: {hash: [other]}");
        both("cache.epoch", Output.WORKFLOW, "", "cache: {epoch: 2}");
        both("cache.refresh", Output.WORKFLOW, "", "cache: {refresh: never}");
        both("cache.fallback", Output.WORKFLOW, "", "cache: {fallback: true}");
    }

    private void download(String key, String before, String after) {
        String end = "}}, b: {purpose: B, artifacts: {upload: [{path: x/*}, {path: y/*, name: d}]}}, "
                + "c: {purpose: C, artifacts: {upload: {path: z/*}}}}\n";
        String start = BOTH + "defaults: {" + FLAGS + "}\nsessions: {a: {purpose: A, artifacts: {download: {";
        put(
                "sessions.*.artifacts.download." + key,
                Output.WORKFLOW,
                start + before + "}" + end,
                start + after + "}" + end);
    }

    /** Groups of runners are GitHub's alone. */
    private void both(String key, Output output, String before, String after) {
        String targets = after.contains("group:") ? GITHUB : BOTH;
        put("sessions.*." + key, output, session(targets, before), session(targets, after));
        put("defaults." + key, output, defaults(targets, before), defaults(targets, after));
    }

    private void calls() {
        Frame frame = call -> session("calls: [{" + call + "}]");
        String path = "sessions.*.calls.[].";
        step(path, frame, "posargs", "nox: x", "nox: x, posargs: [y]");
        step(path, frame, "tag", "tag: x", "tag: y");
        step(path, frame, "python-by", "nox: x", "nox: x, python-by: name");
        Frame second = call -> session("calls: [x, {" + call + "}]");
        step(path, frame, "parallel", "nox: [x, y]", "nox: [x, y], parallel: auto");
        step(path, frame, "install-only", "nox: x", "nox: x, install-only: true");
        step(path, second, "no-install", "nox: x", "nox: x, no-install: true");
    }

    private interface Frame {
        String manifest(String step);
    }

    private void steps(String path, Frame frame) {
        step(path, frame, "id", "run: x", "run: x, id: i");
        step(path, frame, "name", "run: x", "run: x, name: n");
        step(path, frame, "if", "run: x", "run: x, if: always()");
        step(path, frame, "uses", "uses: ./x", "uses: ./y");
        step(path, frame, "with.*", "uses: ./x", "uses: ./x, with: {a: b}");
        step(path, frame, "run", "run: x", "run: y");
        step(path, frame, "shell", "run: x", "run: x, shell: bash");
        step(path, frame, "working-directory", "run: x", "run: x, working-directory: d");
        step(path, frame, "env.*", "run: x", "run: x, env: {A: b}");
        step(path, frame, "continue-on-error", "run: x", "run: x, continue-on-error: true");
        step(path, frame, "timeout-minutes", "run: x", "run: x, timeout-minutes: 3");
    }

    private void step(String path, Frame frame, String key, String before, String after) {
        put(path + key, Output.WORKFLOW, frame.manifest(before), frame.manifest(after));
    }
}
