package dev.genci.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes random manifests without errors, one per seed: the same seed gives the same text on every machine. Sessions refer
 * only to those of a lower rank, and ranks have nothing to do with the order in the text, so that there are no cycles.
 */
public final class ManifestGenerator {
    private static final List<String> WORDS =
            List.of("lint", "Type_Check", "unit tests", "größe", "a.b", "db", "docs", "on-", "x(y)", "DB_Übung", "no");
    private static final List<String> TAGS = List.of("gate", "slow", "q:a", "ci");

    private final Random random;
    private final SessionKeys keys;
    private final List<String> runs = new ArrayList<>();
    private final List<String> local = new ArrayList<>();
    private final List<String> metas = new ArrayList<>();
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private final Map<String, Set<String>> tagged = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> sessions = new LinkedHashMap<>();

    private ManifestGenerator(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.keys = new SessionKeys(random);
    }

    /** The manifest of a seed. */
    public static String manifest(long seed) {
        return new ManifestGenerator(seed).manifest();
    }

    private String manifest() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", 1);
        root.putAll(keys.top());
        Map<String, Object> defaults = new LinkedHashMap<>();
        boolean saidOnce = random.nextInt(4) > 0;
        if (saidOnce) {
            defaults.put("ci", true);
            defaults.put("parallel-safe", true);
        }
        defaults.putAll(keys.defaults());
        if (random.nextInt(5) == 0) {
            defaults.put("tags", List.of("every"));
        }
        if (!defaults.isEmpty()) {
            root.put("defaults", defaults);
        }
        makeSessions(saidOnce, defaults.containsKey("tags"));
        if (defaults.containsKey("run")) {
            List<String> ofNox = List.of("python-by", "parametrize", "posargs", "venv-backend", "cache");
            sessions.values().forEach(session -> ofNox.forEach(session::remove));
        }
        makeMetas(saidOnce);
        String finalJob = finalJob(saidOnce);
        List<String> names = new ArrayList<>(sessions.keySet());
        Collections.shuffle(names, random);
        addNeeds(names);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, sessions.get(name)));
        root.put("sessions", shuffled);
        if (finalJob != null) {
            root.put("final-job", finalJob);
        }
        return YamlWriter.write(root);
    }

    private void makeSessions(boolean saidOnce, boolean everyTag) {
        int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 14 : 7);
        for (int i = 0; i < count; i++) {
            boolean ci = i == 0 || random.nextInt(6) > 0;
            String name = WORDS.get(random.nextInt(WORDS.size())) + i;
            Map<String, Object> session = new LinkedHashMap<>();
            session.put("purpose", random.nextBoolean() ? "Does: what # it's \"called\"" : "Run " + name);
            say(session, "ci", ci, saidOnce);
            say(session, "parallel-safe", random.nextInt(10) >= 3, saidOnce);
            List<String> tags =
                    TAGS.stream().filter(tag -> random.nextInt(4) == 0).toList();
            if (!tags.isEmpty()) {
                session.put("tags", tags);
            }
            session.putAll(keys.session(i == 0));
            (ci ? runs : local).add(name);
            ranks.put(name, random.nextInt(1000));
            tags.forEach(tag ->
                    tagged.computeIfAbsent(tag, key -> new LinkedHashSet<>()).add(name));
            if (everyTag) {
                tagged.computeIfAbsent("every", key -> new LinkedHashSet<>()).add(name);
            }
            sessions.put(name, session);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<String, Object> helper = new LinkedHashMap<>();
            helper.put("purpose", "A helper");
            helper.put("helper", true);
            say(helper, "ci", random.nextBoolean(), saidOnce);
            say(helper, "parallel-safe", random.nextBoolean(), saidOnce);
            sessions.put("helper-" + i, helper);
        }
    }

    private void say(Map<String, Object> session, String key, boolean value, boolean saidOnce) {
        if (!saidOnce || !value || random.nextInt(10) == 0) {
            session.put(key, value);
        }
    }

    private void makeMetas(boolean saidOnce) {
        List<String> all = new ArrayList<>(runs);
        all.addAll(local);
        for (int i = random.nextInt(4); i > 0; i--) {
            Set<String> words = new LinkedHashSet<>();
            Set<String> own = new LinkedHashSet<>();
            for (int j = 1 + random.nextInt(3); j > 0; j--) {
                switch (random.nextInt(4)) {
                    case 0 -> pick(metas, words, own);
                    case 1 -> {
                        List<String> tags = new ArrayList<>(tagged.keySet());
                        tags.remove("ci");
                        if (!tags.isEmpty()) {
                            String tag = tags.get(random.nextInt(tags.size()));
                            words.add("tag:" + tag);
                            own.addAll(tagged.get(tag));
                        }
                    }
                    case 2 -> {
                        boolean ci = random.nextBoolean();
                        if (random.nextInt(3) == 0) {
                            words.add(ci ? "tag:ci" : "tag:all");
                            own.addAll(ci ? runs : all);
                        }
                    }
                    default -> pick(all, words, own);
                }
            }
            if (words.isEmpty()) {
                continue;
            }
            boolean inCi = own.stream().anyMatch(runs::contains) && random.nextInt(4) > 0;
            String name = "meta " + i;
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put("purpose", "Meta-session " + i);
            meta.put("members", List.copyOf(words));
            say(meta, "ci", inCi, saidOnce);
            say(meta, "parallel-safe", true, saidOnce);
            metas.add(name);
            members.put(name, own);
            sessions.put(name, meta);
        }
    }

    private void pick(List<String> from, Set<String> words, Set<String> own) {
        if (!from.isEmpty()) {
            String name = from.get(random.nextInt(from.size()));
            words.add(name);
            own.addAll(members.getOrDefault(name, Set.of(name)));
        }
    }

    private String finalJob(boolean saidOnce) {
        int way = random.nextInt(4);
        if (way == 1) {
            return "All done";
        }
        if (way == 2) {
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put("purpose", random.nextBoolean() ? "Everything in CI" : "Is all well?");
            meta.put("members", List.of("tag:ci"));
            say(meta, "ci", true, saidOnce);
            say(meta, "parallel-safe", true, saidOnce);
            sessions.put("ci", meta);
            metas.add("ci");
            members.put("ci", Set.copyOf(runs));
            return "ci";
        }
        return null;
    }

    /** Words that stand for at least one other session in CI, all of them of a lower rank. */
    private void addNeeds(List<String> names) {
        int density = 1 + random.nextInt(5);
        List<String> words = new ArrayList<>(runs);
        words.addAll(metas);
        tagged.keySet().stream().filter(tag -> !tag.equals("ci")).forEach(tag -> words.add("tag:" + tag));
        for (String name : names) {
            if (!runs.contains(name) && !local.contains(name)) {
                continue;
            }
            List<String> needs = new ArrayList<>();
            for (String word : words) {
                Set<String> others = new LinkedHashSet<>(standsFor(word));
                others.retainAll(runs);
                boolean direct = others.contains(name) && word.equals(name);
                others.remove(name);
                boolean lower = others.stream().allMatch(other -> ranks.get(other) < ranks.get(name));
                if (!direct && !others.isEmpty() && lower && random.nextInt(7) < density) {
                    needs.add(word);
                }
            }
            if (!needs.isEmpty() && random.nextInt(5) > 0) {
                sessions.get(name).put("needs", needs);
            }
        }
    }

    private Set<String> standsFor(String word) {
        return word.startsWith("tag:")
                ? tagged.get(word.substring("tag:".length()))
                : members.getOrDefault(word, Set.of(word));
    }
}
