package dev.genci.takeover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts of a manifest that give the rows of a job the names of checks that they had. */
final class Titles {
    private Titles() {}

    /**
     * A text that gives every row its name.
     *
     * @param names of the rows
     * @param axes what the texts of each row may read
     * @return {@code null} where there is none
     */
    static @Nullable String common(List<String> names, List<Map<String, String>> axes) {
        if (new HashSet<>(names).size() < names.size()) {
            return null;
        }
        return text(names, axes);
    }

    /**
     * A text that gives every row its own.
     *
     * @return {@code null} where there is none
     */
    static @Nullable String text(List<String> texts, List<Map<String, String>> axes) {
        if (texts.stream().allMatch(texts.get(0)::equals)) {
            return texts.get(0);
        }
        return templates(texts, axes, 0).stream()
                .filter(template -> hits(template, texts, axes).size() == texts.size())
                .findFirst()
                .orElse(null);
    }

    /**
     * The text that gives the most rows their names, if these are most of all.
     *
     * @return {@code null} where there is none
     */
    static @Nullable String most(List<String> names, List<Map<String, String>> axes) {
        String best = null;
        int most = names.size() / 2;
        for (int i = 0; i < names.size() && i <= names.size() / 2; i++) {
            for (String template : templates(names, axes, i)) {
                int hits = hits(template, names, axes).size();
                if (hits > most) {
                    best = template;
                    most = hits;
                }
            }
        }
        return best;
    }

    /** Texts that give a row its name, from what tells the rows apart. */
    private static List<String> templates(List<String> names, List<Map<String, String>> axes, int row) {
        Map<String, String> open = new LinkedHashMap<>();
        axes.get(row).forEach((name, value) -> {
            if (axes.stream().anyMatch(each -> !value.equals(each.get(name)))) {
                open.put(name, value);
            }
        });
        // Longer values first: 3.1 is a part of 3.10, and a session's name has its interpreter.
        List<String> order = new ArrayList<>(open.keySet());
        order.sort((one, two) -> Integer.compare(
                String.valueOf(open.get(two)).length(),
                String.valueOf(open.get(one)).length()));
        List<String> templates = new ArrayList<>();
        for (List<String> some : List.of(
                order,
                order.stream().filter(name -> !name.equals("row.session")).toList())) {
            String template = names.get(row);
            for (String name : some) {
                template = replaced(template, String.valueOf(open.get(name)), "${{ " + name + " }}");
            }
            templates.add(template);
        }
        return templates;
    }

    /** Replaces a value outside of braces. */
    private static String replaced(String template, String value, String by) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < template.length(); ) {
            int end = template.startsWith("${{", i) ? template.indexOf("}}", i) + 2 : -1;
            if (end > 1) {
                out.append(template, i, end);
                i = end;
            } else if (!value.isEmpty() && template.startsWith(value, i)) {
                out.append(by);
                i += value.length();
            } else {
                out.append(template.charAt(i++));
            }
        }
        return out.toString();
    }

    /** The rows to which a text gives their names. */
    static Set<Integer> hits(String template, List<String> names, List<Map<String, String>> axes) {
        Set<Integer> hits = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String given = template;
            for (Map.Entry<String, String> axis : axes.get(i).entrySet()) {
                given = given.replace("${{ " + axis.getKey() + " }}", axis.getValue());
            }
            if (given.equals(names.get(i))) {
                hits.add(i);
            }
        }
        return hits;
    }

    /** Texts that give the rows of each system their names, or most of them; {@code null} where a system has none. */
    static @Nullable Map<String, String> bySystem(
            List<Cell> cells, List<String> names, List<Map<String, String>> axes) {
        Map<String, String> bySystem = new LinkedHashMap<>();
        Set<String> systems = cells.stream().map(Cell::os).collect(Collectors.toSet());
        for (String os : systems.stream().sorted().toList()) {
            List<String> own = new ArrayList<>();
            List<Map<String, String>> ownAxes = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).os().equals(os)) {
                    own.add(names.get(i));
                    ownAxes.add(axes.get(i));
                }
            }
            String common = common(own, ownAxes);
            String template = common == null ? most(own, ownAxes) : common;
            if (template == null) {
                return null;
            }
            bySystem.put(os, template);
        }
        return bySystem;
    }
}
