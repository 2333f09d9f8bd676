package dev.genci.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a manifest means for one target, by its documentation alone: read without our reader, worked out without our
 * classes. Only manifests without errors.
 */
public final class Spec {
    private static final Set<String> DOCUMENTED = Set.of("ci", "parallel-safe", "tags", "file", "notes");
    private static final Set<String> OF_NOX =
            Set.of("session", "python", "python-by", "parametrize", "posargs", "venv-backend", "cache");

    private final Map<String, Object> root;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, List<SpecRow>> rows = new LinkedHashMap<>();
    private final Map<String, Set<String>> statusJobs = new LinkedHashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();
    private final String target;

    /** What an entry of the table is. */
    public enum Kind {
        /** Runs nox. */
        NOX,
        /** Runs a command. */
        RUN,
        /** Has members. */
        META,
        /** Is only documented. */
        HELPER
    }

    /**
     * An entry of the table.
     *
     * @param fields with the defaults
     */
    public record Entry(String name, Kind kind, Map<String, Object> fields) {
        boolean flag(String key) {
            return Boolean.TRUE.equals(fields.get(key));
        }

        boolean runs() {
            return flag("ci") && isSession();
        }

        boolean isSession() {
            return kind == Kind.NOX || kind == Kind.RUN;
        }
    }

    /** Reads a manifest. */
    public Spec(String manifest, String target) {
        this.root = Yaml.map(manifest);
        this.target = target;
        Yaml.map(root.get("sessions")).forEach((name, own) -> entries.put(name, entry(name, Yaml.map(own))));
        SpecRows factory = new SpecRows(root, target);
        for (Entry entry : entries.values()) {
            if (entry.runs()) {
                List<SpecRow> own = factory.rows(entry);
                if (!own.isEmpty()) {
                    rows.put(entry.name(), own);
                }
            }
        }
        addStatusJobs();
    }

    private Entry entry(String name, Map<String, Object> own) {
        Map<String, Object> defaults = Yaml.map(root.get("defaults"));
        Kind kind = Boolean.TRUE.equals(own.get("helper"))
                ? Kind.HELPER
                : own.containsKey("members")
                        ? Kind.META
                        : own.containsKey("run") || defaults.containsKey("run") ? Kind.RUN : Kind.NOX;
        Map<String, Object> fields = new LinkedHashMap<>(own);
        defaults.forEach((key, value) -> {
            boolean other = key.equals("os") && own.containsKey("runs-on")
                    || key.equals("runs-on") && own.containsKey("os")
                    || (kind == Kind.META || kind == Kind.HELPER) && !DOCUMENTED.contains(key)
                    || kind == Kind.RUN && OF_NOX.contains(key);
            if (!other) {
                fields.merge(key, value, (mine, theirs) -> merge(key, mine, theirs));
            }
        });
        if (kind == Kind.NOX && root.containsKey("cache")) {
            fields.merge("cache", root.get("cache"), (mine, theirs) -> merge("cache", mine, theirs));
        }
        return new Entry(name, kind, fields);
    }

    private static Object merge(String key, Object mine, Object theirs) {
        if ((key.equals("env") || key.equals("cache")) && mine instanceof Map && theirs instanceof Map) {
            Map<String, Object> both = new LinkedHashMap<>(Yaml.map(theirs));
            both.putAll(Yaml.map(mine));
            return both;
        }
        if (key.equals("tags")) {
            Set<Object> both = new LinkedHashSet<>(Yaml.list(mine));
            both.addAll(Yaml.list(theirs));
            return List.copyOf(both);
        }
        return mine;
    }

    /** All entries, by name. */
    public Map<String, Entry> entries() {
        return entries;
    }

    /** The rows of the sessions that run at the target. */
    public Map<String, List<SpecRow>> rows() {
        return rows;
    }

    /** The session of each row's name. */
    public Map<String, String> sessionOfRow() {
        Map<String, String> sessions = new LinkedHashMap<>();
        rows.forEach((session, own) -> own.forEach(row -> sessions.put(row.name(), session)));
        return sessions;
    }

    /** The name of the final job. */
    public String finalJob() {
        return String.valueOf(root.getOrDefault("final-job", "ci-ok"));
    }

    /** The meta-sessions that are jobs: in CI, not the final one, with a member at the target. */
    public Map<String, Set<String>> statusJobs() {
        return statusJobs;
    }

    private void addStatusJobs() {
        for (Entry entry : entries.values()) {
            if (entry.kind() == Kind.META && entry.flag("ci") && !entry.name().equals(finalJob())) {
                Set<String> members = find(entry.name());
                members.retainAll(rows.keySet());
                if (!members.isEmpty()) {
                    statusJobs.put(entry.name(), members);
                }
            }
        }
    }

    /** The sessions a word stands for, in CI or not. */
    private Set<String> find(String word) {
        Set<String> found = new LinkedHashSet<>();
        find(word, found, new HashSet<>());
        return found;
    }

    private void find(String word, Set<String> found, Set<String> seen) {
        if (!seen.add(word)) {
            return;
        }
        Entry named = entries.get(word);
        if (named != null && named.kind() == Kind.META) {
            Yaml.texts(named.fields().get("members")).forEach(member -> find(member, found, seen));
        } else if (named != null) {
            found.add(word);
        }
        for (Entry entry : entries.values()) {
            boolean all = word.equals("tag:all") || word.equals("tag:ci") && entry.runs();
            boolean tagged = word.startsWith("tag:")
                    && Yaml.texts(entry.fields().get("tags")).contains(word.substring("tag:".length()))
                    && !word.equals("tag:ci");
            if (entry.isSession() && (all || tagged)) {
                found.add(entry.name());
            }
        }
    }

    /** The sessions at the target that must have succeeded before one starts; one that is left out hands on its own. */
    public Set<String> needs(String session) {
        return needs.computeIfAbsent(session, name -> needs(name, new HashSet<>(Set.of(name))));
    }

    private Set<String> needs(String session, Set<String> seen) {
        Set<String> needs = new LinkedHashSet<>();
        for (String word : Yaml.texts(entries.get(session).fields().get("needs"))) {
            for (String other : find(word)) {
                if (other.equals(session) || !entries.get(other).runs()) {
                    continue;
                }
                if (rows.containsKey(other)) {
                    needs.add(other);
                } else if (seen.add(other)) {
                    needs.addAll(needs(other, seen));
                }
            }
        }
        needs.remove(session);
        return needs;
    }

    /** The same transitively. */
    public Set<String> ancestors(String session) {
        return ancestors.computeIfAbsent(session, this::follow);
    }

    private Set<String> follow(String session) {
        Set<String> all = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(session));
        while (!open.isEmpty()) {
            for (String need : needs(open.remove(0))) {
                if (all.add(need)) {
                    open.add(need);
                }
            }
        }
        return all;
    }

    /** Whether it may overlap others. */
    public boolean isSafe(String session) {
        return entries.get(session).flag("parallel-safe");
    }

    /** The condition without braces; {@code null} when there is none. */
    public String condition(String session) {
        Object text = entries.get(session).fields().get("if");
        if (text == null) {
            return null;
        }
        String condition = text.toString().strip();
        return condition.startsWith("${{")
                ? condition.substring(3, condition.length() - 2).strip()
                : condition;
    }

    /** All that sessions must have in common to share a job, beside the order. */
    public List<Object> shape(String session) {
        Entry entry = entries.get(session);
        Map<String, Object> fields = entry.fields();
        boolean tolerated = entry.flag("allow-failure");
        List<SpecRow> own = rows.get(session);
        List<Object> shape = new ArrayList<>();
        shape.add(Objects.toString(fields.get("run"), ""));
        shape.add(own.stream().anyMatch(row -> row.python() != null));
        shape.add(own.stream().anyMatch(SpecRow::beside));
        shape.add(own.stream().anyMatch(SpecRow::forced));
        shape.add(cache(entry));
        shape.add(tolerated);
        shape.add(tolerated ? fields.getOrDefault("timeout-minutes", 30) : 0);
        shape.add(Objects.toString(condition(session), ""));
        // In order: variables are set one after the other.
        shape.add(List.copyOf(Yaml.map(fields.get("env")).entrySet()));
        shape.add(Yaml.list(fields.get("before")));
        shape.add(Yaml.list(fields.get("after")));
        List<String> posargs = entry.kind() == Kind.NOX ? Yaml.texts(fields.get("posargs")) : List.of();
        shape.add(posargs.toString().contains("${{") ? posargs : List.of());
        shape.add(own.stream().anyMatch(row -> row.runsOn().toString().contains("windows")));
        return shape;
    }

    /** The settings of its cache, complete; {@code false} when there is none. */
    public Object cache(Entry entry) {
        Object cache = entry.fields().getOrDefault("cache", Map.of());
        if (entry.kind() != Kind.NOX
                || Boolean.FALSE.equals(cache)
                || entry.fields().containsKey("venv-backend")) {
            return false;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("path", ".nox");
        settings.put("hash", List.of("pyproject.toml", "noxfile.py", "*.lock", "requirements*.txt"));
        settings.put("epoch", 1);
        settings.put("refresh", "weekly");
        settings.put("fallback", false);
        settings.putAll(Yaml.map(cache));
        return settings;
    }

    /** The forge. */
    public String target() {
        return target;
    }
}
