package dev.genci.fix;

import dev.genci.edit.Edit;
import dev.genci.edit.Lines;
import dev.genci.edit.Plain;
import dev.genci.edit.Proposal;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds entries in the style of those that are there: in the noxfile's order, where that is the manifest's, else at the end. */
final class NewEntries {
    private final ManifestText text;
    private final Lines lines;
    private final boolean flow;
    private final List<YamlEntry> there;
    private final List<String> order;
    private final Map<String, Integer> known;
    /** Whether the manifest has the noxfile's order. */
    private final boolean sorted;

    private final List<Edit> edits = new ArrayList<>();

    /** @param order of the noxfile's sessions */
    NewEntries(ManifestText text, YamlMapping sessions, List<String> order) {
        this.text = text;
        this.lines = text.lines();
        this.flow = sessions.flow();
        this.there = ManifestText.fields(sessions);
        this.order = order;
        this.known = known(there, order);
        List<Integer> places = List.copyOf(known.values());
        this.sorted = places.stream().sorted().toList().equals(places);
    }

    /**
     * Adds them.
     *
     * @param names of their sessions
     */
    Proposal.Answer add(List<NewEntry> entries, List<String> names) {
        TreeMap<Integer, List<NewEntry>> after = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            after.computeIfAbsent(place(names.get(i)), any -> new ArrayList<>()).add(entries.get(i));
        }
        for (Map.Entry<Integer, List<NewEntry>> group : after.entrySet()) {
            boolean possible =
                    flow ? inBraces(group.getKey(), group.getValue()) : inLines(group.getKey(), group.getValue());
            if (!possible) {
                return Proposal.Answer.no("the entries there are not on lines of their own");
            }
        }
        List<String> keys =
                entries.stream().map(entry -> '"' + entry.key() + '"').toList();
        return Proposal.Answer.of(new Proposal(edits, "added " + String.join(", ", keys), (before, now) -> {
            Map<String, Object> sessions = Plain.map(before, "sessions");
            entries.forEach(entry ->
                    sessions.put(entry.key(), PlainValue.map(entry.sketch().fields())));
        }));
    }

    /** After which of the entries that are there; -1: before the first. */
    private int place(String name) {
        int at = order.indexOf(name);
        Integer before = null;
        Integer behind = null;
        for (int i = 0; i < order.size(); i++) {
            Integer found = known.get(order.get(i));
            before = found != null && i < at ? found : before;
            behind = found != null && i > at && behind == null ? found : behind;
        }
        if (before != null && (sorted || behind != null && behind == before + 1)) {
            return before;
        }
        return before == null && behind != null && sorted ? behind - 1 : there.size() - 1;
    }

    /** Where sessions of the noxfile are in the manifest, in the noxfile's order. */
    private static Map<String, Integer> known(List<YamlEntry> there, List<String> order) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < there.size(); i++) {
            places.put(there.get(i).key().text(), i);
        }
        Map<String, Integer> known = new LinkedHashMap<>();
        for (String name : order) {
            Integer place = places.get(name);
            if (place != null) {
                known.put(name, place);
            }
        }
        return known;
    }

    private boolean inLines(int index, List<NewEntry> entries) {
        YamlEntry near = there.get(Math.max(index, 0));
        if (!lines.isFirst(near.key().place())) {
            return false;
        }
        EntryStyle style = EntryStyle.near(text, there, Math.max(index, 0));
        int indent = near.key().place().column() - 1;
        boolean spaced = isSpaced(index);
        List<String> added = new ArrayList<>();
        for (NewEntry entry : entries) {
            if (spaced && index >= 0) {
                added.add("");
            }
            if (entry.equals(entries.get(0))) {
                added.add(" ".repeat(indent) + NewEntry.ask(entries));
            }
            added.addAll(entry.lines(indent, style));
            if (spaced && index < 0) {
                added.add("");
            }
        }
        edits.add(lines.insertBefore(index < 0 ? head(near, indent) : behind(near, indent), added));
        return true;
    }

    /** Whether a blank line is between entries there. */
    private boolean isSpaced(int index) {
        int first = Math.max(0, Math.min(index, there.size() - 2));
        return there.size() > 1 && lines.isBlank(text.lastLine(there.get(first).value()) + 1);
    }

    /** The first line of an entry: of the comment right above it. */
    private int head(YamlEntry entry, int indent) {
        int line = entry.key().place().line();
        while (line > 1 && isComment(line - 1) && lines.indent(line - 1) == indent) {
            line--;
        }
        return line;
    }

    /** The line after an entry, and after comments inside it. */
    private int behind(YamlEntry entry, int indent) {
        int line = Math.max(text.lastLine(entry.value()), entry.key().place().line()) + 1;
        while (line <= lines.count() && isComment(line) && lines.indent(line) > indent) {
            line++;
        }
        return line;
    }

    private boolean isComment(int line) {
        return lines.line(line).strip().startsWith("#");
    }

    private boolean inBraces(int index, List<NewEntry> entries) {
        EntryStyle style = EntryStyle.near(text, there, Math.max(index, 0));
        YamlEntry before = index < 0 ? null : there.get(index);
        YamlEntry next = index + 1 < there.size() ? there.get(index + 1) : null;
        YamlEntry near = next == null ? there.get(index) : next;
        boolean own = lines.isFirst(near.key().place()) && (before == null || next == null || isBefore(before, next));
        if (!own) {
            return inLine(before, next, entries, style);
        }
        String margin = " ".repeat(near.key().place().column() - 1);
        List<String> added = new ArrayList<>();
        added.add(margin + NewEntry.ask(entries));
        if (before == null || next != null) {
            entries.forEach(entry -> added.add(margin + entry.flow(style.pad()) + "," + entry.question()));
            edits.add(lines.insertBefore(before == null ? head(near, margin.length()) : lineAfter(before), added));
            return true;
        }
        return atEnd(before, margin, style, entries);
    }

    private static boolean isBefore(YamlEntry before, YamlEntry next) {
        return before.key().place().line() < next.key().place().line();
    }

    private int lineAfter(YamlEntry entry) {
        return text.lastLine(entry.value()) + 1;
    }

    /** Behind the last entry, on lines of their own: with a comma after the last of them where there was one. */
    private boolean atEnd(YamlEntry last, String margin, EntryStyle style, List<NewEntry> entries) {
        int end = text.end(last.value());
        int line = text.lastLine(last.value());
        String rest = text.text().substring(end, lines.end(line)).strip();
        boolean comma = rest.startsWith(",");
        List<String> added = new ArrayList<>();
        added.add(margin + NewEntry.ask(entries));
        for (int i = 0; i < entries.size(); i++) {
            boolean isSeparated = comma || i < entries.size() - 1;
            added.add(margin
                    + entries.get(i).flow(style.pad())
                    + (isSeparated ? "," : "")
                    + (rest.startsWith("}") ? "" : entries.get(i).question()));
        }
        if (!comma) {
            edits.add(Edit.insert(end, ","));
        }
        if (rest.startsWith("}")) {
            edits.add(Edit.insert(end, lines.lineBreak() + String.join(lines.lineBreak(), added)));
            return true;
        }
        edits.add(lines.insertBefore(line + 1, added));
        return comma || rest.isEmpty() || rest.startsWith("#");
    }

    /** Between others on one line; the questions are above it. */
    private boolean inLine(
            @Nullable YamlEntry before, @Nullable YamlEntry next, List<NewEntry> entries, EntryStyle style) {
        StringBuilder added = new StringBuilder();
        YamlEntry near = next == null ? before : next;
        if (near == null) {
            return false;
        }
        int line = near.key().place().line();
        for (NewEntry entry : entries) {
            added.append(next == null ? ", " : "")
                    .append(entry.flow(style.pad()))
                    .append(next == null ? "" : ", ");
        }
        int at = next == null ? text.end(near.value()) : text.start(near.key());
        edits.add(lines.insertBefore(line, List.of(" ".repeat(lines.indent(line)) + NewEntry.askInLine(entries))));
        edits.add(Edit.insert(at, added.toString()));
        return true;
    }
}
