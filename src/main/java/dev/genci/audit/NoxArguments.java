package dev.genci.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of nox, as its own parser does ({@code _options.py} of nox 2026.10.20). */
final class NoxArguments {
    /** Options that have any number of values. */
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("-s", "sessions"),
            Map.entry("-e", "sessions"),
            Map.entry("--session", "sessions"),
            Map.entry("--sessions", "sessions"),
            Map.entry("-t", "tags"),
            Map.entry("--tag", "tags"),
            Map.entry("--tags", "tags"),
            Map.entry("-p", "pythons"),
            Map.entry("--python", "pythons"),
            Map.entry("--pythons", "pythons"),
            Map.entry("-P", "forced"),
            Map.entry("--force-python", "forced"),
            Map.entry("--force-pythons", "forced"),
            Map.entry("--extra-python", "extra"),
            Map.entry("--extra-pythons", "extra"));

    /** Options that have one value. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("-k", "keywords"),
            Map.entry("--keywords", "keywords"),
            Map.entry("-f", "noxfile"),
            Map.entry("--noxfile", "noxfile"),
            Map.entry("--envdir", "envdir"),
            Map.entry("-db", "backend"),
            Map.entry("--default-venv-backend", "backend"),
            Map.entry("-fb", "backend"),
            Map.entry("--force-venv-backend", "backend"),
            Map.entry("--download-python", "other"),
            Map.entry("--reuse-venv", "reuse"),
            Map.entry("--report", "other"),
            Map.entry("--usage", "usage"),
            Map.entry("-j", "other"),
            Map.entry("--jobs", "other"));

    private static final Set<String> LISTING = Set.of("-l", "--list", "--list-sessions", "--usage");
    private static final Set<String> NOTHING = Set.of("-h", "--help", "--version");
    private static final Set<String> REUSE = Set.of("-r", "--reuse-existing-virtualenvs", "-R");

    /** Options that change nothing about what runs, and those that are read otherwise. */
    private static final Set<String> USUAL = Set.of(
            "-k",
            "--keywords",
            "-f",
            "--noxfile",
            "--envdir",
            "--reuse-venv",
            "-N",
            "--no-reuse-existing-virtualenvs",
            "-v",
            "--verbose",
            "--forcecolor",
            "--force-color",
            "--nocolor",
            "--no-color",
            "--non-interactive",
            "--error-on-missing-interpreters",
            "--install-only",
            "--stop-on-first-error",
            "-x");

    private final Map<String, List<Argument>> lists = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<Argument> posargs;
    private boolean unknown;

    /** Reads what follows the word nox. */
    NoxArguments(List<Argument> words) {
        int at = 0;
        while (at < words.size() && !words.get(at).is("--")) {
            Argument word = words.get(at);
            String list = LISTS.get(word.text());
            String text = TEXTS.get(word.text());
            at++;
            if (list != null) {
                at = addAll(list, words, at);
            } else if (text != null) {
                flags.add(word.text());
                if (at < words.size()) {
                    add(text, words.get(at++));
                }
            } else if (word.text().startsWith("--")) {
                attached(word);
            } else if (word.text().startsWith("-")) {
                at = letters(word, words, at);
            } else {
                // Nothing else stands there, but what is not known may be any option.
                unknown |= !word.known();
            }
        }
        posargs = at < words.size() ? List.copyOf(words.subList(at + 1, words.size())) : List.of();
    }

    /** Whether a word is an option that nox has. */
    static boolean isOption(String word) {
        int sign = word.indexOf('=');
        String name = sign < 0 ? word : word.substring(0, sign);
        return LISTS.containsKey(name)
                || TEXTS.containsKey(name)
                || LISTING.contains(name)
                || REUSE.contains(name)
                || USUAL.contains(name)
                || name.equals("--")
                || name.matches("-[rRvxlN]*[set].*");
    }

    /** What the sessions get, after {@code --}. */
    List<Argument> posargs() {
        return posargs;
    }

    /** The options that are neither about selection nor about reuse, nor about what nox prints; without values. */
    List<String> options() {
        return flags.stream()
                .filter(flag -> !LISTS.containsKey(flag) && !LISTING.contains(flag) && !REUSE.contains(flag))
                .filter(flag -> !USUAL.contains(flag))
                .sorted()
                .toList();
    }

    private void add(String key, Argument value) {
        lists.computeIfAbsent(key, all -> new ArrayList<>()).add(value);
    }

    /** All words up to the next option: the position after them. An option without any is there, too. */
    private int addAll(String key, List<Argument> words, int next) {
        int at = next;
        lists.computeIfAbsent(key, all -> new ArrayList<>());
        while (at < words.size() && !words.get(at).text().startsWith("-")) {
            add(key, words.get(at++));
        }
        return at;
    }

    /** {@code --session=tests}, or a flag. */
    private void attached(Argument word) {
        int sign = word.text().indexOf('=');
        String name = sign < 0 ? word.text() : word.text().substring(0, sign);
        flags.add(name);
        if (sign > 0) {
            String key = LISTS.getOrDefault(name, TEXTS.getOrDefault(name, "other"));
            add(key, new Argument(word.text().substring(sign + 1), word.known()));
        }
    }

    /** {@code -rs tests}, {@code -stests}: the position after it. */
    private int letters(Argument word, List<Argument> words, int next) {
        int at = next;
        String letters = word.text();
        for (int i = 1; i < letters.length(); i++) {
            String option = "-" + letters.charAt(i);
            String rest = letters.substring(i + 1);
            boolean list = LISTS.containsKey(option);
            String key = list ? LISTS.get(option) : TEXTS.get(option);
            flags.add(option);
            if (key == null) {
                continue;
            }
            if (!rest.isEmpty()) {
                add(key, new Argument(rest.startsWith("=") ? rest.substring(1) : rest, word.known()));
            } else if (list) {
                at = addAll(key, words, at);
            } else if (at < words.size()) {
                add(key, words.get(at++));
            }
            break;
        }
        return at;
    }

    /** The values of a key; {@code null} where the option is not there. */
    @Nullable List<Argument> list(String key) {
        return lists.get(key);
    }

    /** Whether words among the options are not known. */
    boolean isUnclear() {
        return unknown;
    }

    /** Whether nox only lists sessions. */
    boolean lists() {
        return flags.stream().anyMatch(LISTING::contains);
    }

    /** Whether nox says something about itself. */
    boolean runsNothing() {
        return flags.stream().anyMatch(NOTHING::contains);
    }

    /** Whether nox reuses environments: {@code null} where it is not said. */
    @Nullable Boolean reuses() {
        List<Argument> said = lists.get("reuse");
        if (said != null && !said.isEmpty()) {
            String how = said.get(said.size() - 1).text();
            return how.equals("yes") || how.equals("always")
                    ? Boolean.TRUE
                    : how.equals("no") || how.equals("never") ? Boolean.FALSE : null;
        }
        if (flags.contains("-N") || flags.contains("--no-reuse-existing-virtualenvs")) {
            return false;
        }
        return flags.stream().anyMatch(REUSE::contains) ? true : null;
    }

    /** Whether a flag is there. */
    boolean has(String flag) {
        return flags.contains(flag);
    }
}
