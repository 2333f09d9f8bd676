package dev.genci.takeover;

import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a manifest what it cannot say, and says so in a comment. What it can say is not decided here: the compiler
 * judges the whole manifest, and what it refuses goes, the smallest part first.
 */
record Pruner(TakeOver.Judge judge) {
    private static final int ROUNDS = 60;
    private static final Set<String> LISTS =
            Set.of("before", "after", "first", "needs", "include", "exclude", "python", "os");
    private static final Set<String> MAPS =
            Set.of("env", "permissions", "checkout", "services", "artifacts", "nox", "container");
    /** What an entry can be without, in the order in which it goes where only the entry as a whole is wrong. */
    private static final List<String> LAST = List.of(
            "title", "artifacts", "include", "exclude", "job", "if", "env", "before", "after", "needs", "calls");

    /** Prunes a manifest until it has no errors, and gives what it says in the end. */
    TakeOver.Judged settle(ManifestTree tree, String name) {
        TakeOver.Judged judged = judge.of(tree.text());
        for (int round = 0; round < ROUNDS && judged.hasErrors(); round++) {
            Map<List<String>, String> gone = new LinkedHashMap<>();
            SourceFile file = new SourceFile(name, tree.text());
            YamlTree read = YamlReader.read(file).value();
            for (Diagnostic error : judged.errors()) {
                List<String> path = read == null ? List.of() : path(read, error.place());
                boolean empty = error.rule() == RuleId.EMPTY_WORKFLOW && path.size() == 2;
                List<String> part = empty ? path : part(tree, path);
                if (!part.isEmpty()) {
                    gone.putIfAbsent(part, error.message());
                }
            }
            if (gone.isEmpty()) {
                return judged;
            }
            List<List<String>> paths = new ArrayList<>(gone.keySet());
            // From the end of each list, so that earlier items keep their index.
            paths.sort(Collections.reverseOrder(Pruner::compare));
            for (List<String> path : paths) {
                remove(tree, path, String.valueOf(gone.get(path)));
            }
            judged = judge.of(tree.text());
        }
        return judged;
    }

    private static void remove(ManifestTree tree, List<String> path, String why) {
        Value value = tree.get(path);
        if (value == null) {
            return;
        }
        tree.remove(path);
        if (path.size() == 2 && path.get(0).equals("workflows")) {
            tree.moveComments(path, List.of("sessions"));
            tree.comment(List.of("sessions"), "Not taken over: the workflow " + path.get(1) + ": " + why + ".");
            return;
        }
        boolean inEntry = path.size() > 2
                && (path.get(0).equals("sessions") || path.get(0).equals("workflows"));
        // What is left of a job is no place for a comment.
        List<String> at = path.get(0).equals("jobs") ? List.of("sessions") : path.subList(0, inEntry ? 2 : 1);
        String what = String.join(".", inEntry ? path.subList(2, path.size()) : path);
        String shown = Text.brief(Text.shown(value));
        tree.comment(at, "Not taken over: " + what + (shown.isEmpty() ? "" : " (" + shown + ")") + ": " + why + ".");
    }

    private static int compare(List<String> one, List<String> two) {
        for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
            boolean numbers = one.get(i).matches("\\d{1,6}") && two.get(i).matches("\\d{1,6}");
            int order = numbers
                    ? Comparator.<Integer>naturalOrder()
                            .compare(Integer.valueOf(one.get(i)), Integer.valueOf(two.get(i)))
                    : one.get(i).compareTo(two.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), two.size());
    }

    /** The part that goes for an error at a path. */
    private static List<String> part(ManifestTree tree, List<String> path) {
        if (path.isEmpty() || path.get(0).equals("version") || path.get(0).equals("targets")) {
            return List.of();
        }
        if (path.get(0).equals("jobs")) {
            return path.size() < 2 ? path : path.subList(0, 2);
        }
        if (path.get(0).equals("sessions")) {
            return path.size() < 3 ? ofEntry(tree, path) : ofKey(path);
        }
        boolean required = path.get(0).equals("workflows") && path.size() < 4 || path.equals(List.of("defaults"));
        return required ? List.of() : path;
    }

    private static List<String> ofKey(List<String> path) {
        String key = path.get(2);
        if (key.equals("purpose") || key.equals("ci")) {
            return List.of();
        }
        boolean list = LISTS.contains(key) || key.equals("calls");
        boolean deep = path.size() > 3 && (list || MAPS.contains(key));
        // A step is whole or not there; of a mapping the smallest part goes, but a step in it is whole, too.
        int setup = path.indexOf("setup");
        int end = !deep ? 3 : list ? 4 : setup > 0 ? Math.min(path.size(), setup + 2) : Math.min(path.size(), 4);
        return path.subList(0, end);
    }

    private static List<String> ofEntry(ManifestTree tree, List<String> path) {
        if (path.size() == 2) {
            for (String key : LAST) {
                List<String> field = List.of(path.get(0), path.get(1), key);
                if (tree.get(field) != null) {
                    return field;
                }
            }
        }
        return List.of();
    }

    /** The path of what is written at a place: the last key, item or value that begins there or before it. */
    private static List<String> path(YamlTree tree, Place place) {
        Place[] best = {Place.start(tree.file())};
        List<List<String>> found = new ArrayList<>();
        find(tree.root(), List.of(), place, best, found);
        return found.isEmpty() ? List.of() : found.get(found.size() - 1);
    }

    private static void find(
            @Nullable YamlNode node, List<String> path, Place place, Place[] best, List<List<String>> found) {
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                List<String> below = new ArrayList<>(path);
                below.add(key);
                offer(entry.key().place(), below, place, best, found);
                find(entry.value(), below, place, best, found);
            });
        } else if (node instanceof YamlSequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                List<String> below = new ArrayList<>(path);
                below.add(Integer.toString(i));
                offer(list.items().get(i).place(), below, place, best, found);
                find(list.items().get(i), below, place, best, found);
            }
        }
    }

    private static void offer(Place here, List<String> path, Place place, Place[] best, List<List<String>> found) {
        if (here.compareTo(place) <= 0 && here.compareTo(best[0]) >= 0) {
            best[0] = here;
            found.add(path);
        }
    }
}
