package dev.genci.fix;

import dev.genci.edit.Edit;
import dev.genci.edit.Lines;
import dev.genci.emit.YamlText;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a list have other items: those that stay keep their bytes and their order, and so do comments. New ones come where the order
 * of the list says, be it the one wanted or its reverse, else at the end.
 */
final class ListEdits {
    private final ManifestText text;
    private final Lines lines;
    private final List<YamlNode> items;
    private final boolean flow;
    private final List<Edit> edits = new ArrayList<>();
    /** Where items of the list stay. */
    private final List<Integer> kept = new ArrayList<>();

    private ListEdits(ManifestText text, YamlSequence list) {
        this.text = text;
        this.lines = text.lines();
        this.items = list.items();
        this.flow = list.flow();
    }

    /**
     * The edits; {@code null} where the list is written in a form that they would spoil.
     *
     * @param wanted at least one
     * @param meant what an item means in terms of what is wanted
     */
    static @Nullable List<Edit> of(
            ManifestText text, YamlSequence list, List<String> wanted, UnaryOperator<String> meant) {
        ListEdits edits = new ListEdits(text, list);
        return edits.make(wanted, meant) ? edits.edits : null;
    }

    private boolean make(List<String> wanted, UnaryOperator<String> meant) {
        if (items.isEmpty() || !items.stream().allMatch(this::isPlain)) {
            return false;
        }
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int found = wanted.indexOf(meant.apply(((YamlScalar) items.get(i)).text()));
            if (found >= 0 && !at.contains(found)) {
                kept.add(i);
                at.add(found);
            }
        }
        insert(wanted, at);
        return removeOthers();
    }

    private boolean removeOthers() {
        for (int i = 0; i < items.size(); i++) {
            if (!stays(i) && !(flow ? removeFlow(i) : removeBlock(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether an item is on one line, in a block the only thing there. */
    private boolean isPlain(YamlNode item) {
        int line = item.place().line();
        return item instanceof YamlScalar
                && text.extents().end(item).line() == line
                && (flow || lines.line(line).strip().startsWith("-") && start(item) == dash(line) + gap(line));
    }

    /** @param at for each item that stays, which of those wanted it is */
    private void insert(List<String> wanted, List<Integer> at) {
        boolean rises = isSorted(at);
        List<Integer> reversed = new ArrayList<>(at);
        Collections.reverse(reversed);
        boolean falls = at.size() > 1 && isSorted(reversed);
        TreeMap<Integer, List<String>> after = new TreeMap<>();
        for (int n = 0; n < wanted.size(); n++) {
            int next = falls ? wanted.size() - 1 - n : n;
            if (at.contains(next)) {
                continue;
            }
            int place = kept.isEmpty() ? -1 : kept.get(kept.size() - 1);
            if (rises || falls) {
                place = -1;
                for (int i = 0; i < at.size(); i++) {
                    place = falls ? at.get(i) > next ? kept.get(i) : place : at.get(i) < next ? kept.get(i) : place;
                }
            }
            after.computeIfAbsent(place, any -> new ArrayList<>()).add(wanted.get(next));
        }
        after.forEach(this::put);
    }

    /** Puts words in the place of items that go, as far as there are any, else between others. */
    private void put(int item, List<String> words) {
        int last = item;
        int used = 0;
        while (used < words.size() && last + 1 < items.size() && !stays(last + 1)) {
            last++;
            YamlNode old = items.get(last);
            edits.add(new Edit(start(old), text.end(old), word(words.get(used++))));
        }
        for (int i = item + 1; i <= last; i++) {
            kept.add(i);
        }
        insertAfter(last, words.subList(used, words.size()));
    }

    private boolean stays(int item) {
        return kept.contains(item);
    }

    private static boolean isSorted(List<Integer> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) < numbers.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    /** @param item after which they come; -1: before the first that stays */
    private void insertAfter(int item, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        YamlNode near = items.get(Math.max(item, 0));
        if (!flow) {
            int line = near.place().line();
            String head = lines.line(line).substring(0, start(near) - lines.start(line));
            edits.add(lines.insertBefore(
                    item < 0 ? line : line + 1,
                    words.stream().map(word -> head + word(word)).toList()));
            return;
        }
        String separator = separator();
        StringBuilder all = new StringBuilder();
        words.forEach(
                word -> all.append(item < 0 ? "" : separator).append(word(word)).append(item < 0 ? separator : ""));
        edits.add(Edit.insert(item < 0 ? start(near) : text.end(near), all.toString()));
    }

    /** What is between items: as it is between the first two. */
    private String separator() {
        if (items.size() > 1) {
            String between = between(0);
            if (between.startsWith(",") && between.substring(1).isBlank() && between.length() > 1) {
                return between;
            }
        }
        return ", ";
    }

    /** What is between an item and the next. */
    private String between(int item) {
        return text.text().substring(text.end(items.get(item)), start(items.get(item + 1)));
    }

    private boolean removeFlow(int item) {
        boolean isLast = kept.stream().allMatch(other -> other < item);
        if (isLast) {
            String before = between(item - 1);
            edits.add(new Edit(text.end(items.get(item - 1)), text.end(items.get(item)), ""));
            return before.replaceFirst(",", "").isBlank();
        }
        String after = between(item);
        int comma = after.indexOf(',');
        boolean commented = !after.replaceFirst(",", "").isBlank();
        if (comma < 0 || commented && !after.substring(0, comma).isBlank()) {
            return false;
        }
        int end = commented ? text.end(items.get(item)) + after.indexOf('#') : start(items.get(item + 1));
        edits.add(new Edit(start(items.get(item)), end, ""));
        return true;
    }

    /** A comment stays on the line. */
    private boolean removeBlock(int item) {
        YamlNode node = items.get(item);
        int line = node.place().line();
        int end = text.end(node);
        String rest = text.text().substring(end, lines.end(line));
        if (!rest.isBlank()) {
            edits.add(new Edit(
                    dash(line), end + rest.length() - rest.stripLeading().length(), ""));
        } else if (line < lines.count()) {
            edits.add(new Edit(lines.start(line), lines.start(line + 1), ""));
        } else {
            edits.add(new Edit(lines.end(line - 1), lines.end(line), ""));
        }
        return true;
    }

    private int start(YamlNode node) {
        return text.start(node);
    }

    private int dash(int line) {
        return lines.start(line) + lines.indent(line);
    }

    /** From the dash to the item. */
    private int gap(int line) {
        String content = lines.line(line).strip().substring(1);
        return 1 + content.length() - content.stripLeading().length();
    }

    /** In the quotes that the list has already. */
    private String word(String word) {
        boolean single = items.stream().anyMatch(item -> text.raw(item).startsWith("'"));
        String written = YamlText.string(word, true);
        return single && written.equals('"' + word + '"') ? "'" + word + "'" : written;
    }
}
