package dev.genci.lsp;

import dev.genci.emit.YamlText;
import dev.genci.manifest.Names;
import dev.genci.manifest.Reference;
import dev.genci.manifest.SchemaGuide.Part;
import dev.genci.manifest.Workflow;
import dev.genci.source.SourceFile;
import dev.genci.yaml.Cursor;
import dev.genci.yaml.Cursor.Step;
import dev.genci.yaml.CursorReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What can be written at a position: the manifest's own names, and the keys and values of the schema. */
final class Completion {
    private final Cursor cursor;
    private final Range range;
    private final String line;
    private final Part part;
    private final Names names;

    private Completion(Reading reading, Position position, Cursor cursor) {
        SourceFile source = reading.document().source();
        this.cursor = cursor;
        this.range = Positions.range(source, cursor.line(), cursor.start(), cursor.end());
        this.line = source.line(cursor.line());
        Part found = reading.guide().root();
        for (Step step : cursor.path()) {
            found = step.key() == null ? found.item() : found.key(step.key());
        }
        this.part = found;
        this.names = reading.namesWithout(position);
    }

    /** All of it; the client leaves out what does not begin with the word there. */
    static List<CompletionItem> at(Reading reading, Position position) {
        SourceFile source = reading.document().source();
        Cursor cursor = CursorReader.at(source, Positions.offset(source, position));
        return cursor == null ? List.of() : new Completion(reading, position, cursor).items();
    }

    private List<CompletionItem> items() {
        if (cursor.isKey()) {
            return keys();
        }
        List<CompletionItem> items = new ArrayList<>();
        // A list where only lists are allowed: in brackets, unless the dash of an item is there.
        boolean list = !part.takesScalar() && cursor.plain();
        Part each = list ? part.item() : part;
        Set<String> words = new LinkedHashSet<>(words(each));
        words.removeAll(cursor.neighbours());
        for (String word : words) {
            items.add(value(word, list, each.values().get(word)));
        }
        if (!cursor.flow() && cursor.plain() && beginsLine()) {
            items.addAll(keys());
        }
        return items;
    }

    private Set<String> words(Part each) {
        Set<String> words = new LinkedHashSet<>();
        switch (each.textIs()) {
            case "session" -> {
                words.addAll(names.given(Names.Kind.SESSION));
                words.removeAll(names.helpers());
                words.addAll(names.given(Names.Kind.JOB));
                names.given(Names.Kind.TAG).forEach(tag -> words.add(Reference.TAG + tag));
                if (cursor.path().contains(new Step("members"))) {
                    words.addAll(Reference.Tag.RESERVED);
                }
                if (cursor.path().size() > 1) {
                    words.remove(cursor.path().get(1).key()); // the session itself
                }
            }
            case "final-job" -> words.addAll(names.metas());
            case "tag", "nox-tag" -> words.addAll(names.given(Names.Kind.TAG));
            case "nox-session" -> words.addAll(names.ofNox());
            case "workflow" -> {
                words.add(Workflow.TOP);
                words.addAll(names.given(Names.Kind.WORKFLOW));
            }
            default -> {}
        }
        words.addAll(each.values().keySet());
        return words;
    }

    /** Whether nothing but indentation and the dashes of items is before the word. */
    private boolean beginsLine() {
        return line.substring(0, range.getStart().getCharacter()).matches("[ -]*");
    }

    /** @param meaning of a value that the schema knows; {@code null} of a name */
    private CompletionItem value(String word, boolean inList, @Nullable String meaning) {
        String text = !cursor.plain() || meaning != null ? word : YamlText.string(word, cursor.flow() || inList);
        CompletionItem item = item(
                word,
                inList ? "[" + text + "]" : text,
                meaning != null ? CompletionItemKind.Value : CompletionItemKind.Reference);
        item.setDocumentation(meaning == null || meaning.isEmpty() ? null : Either.forLeft(meaning));
        return item;
    }

    private List<CompletionItem> keys() {
        boolean colon =
                line.substring(range.getEnd().getCharacter()).stripLeading().startsWith(":");
        List<CompletionItem> items = new ArrayList<>();
        part.keys().forEach((key, meaning) -> {
            if (!cursor.neighbours().contains(key) || !cursor.isKey()) {
                CompletionItem item =
                        item(key, colon || !cursor.plain() ? key : key + ": ", CompletionItemKind.Property);
                item.setDetail(meaning.title());
                item.setDocumentation(meaning.description());
                items.add(item);
            }
        });
        return items;
    }

    private CompletionItem item(String label, String text, CompletionItemKind kind) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        item.setFilterText(label);
        item.setTextEdit(Either.forLeft(new TextEdit(range, text)));
        return item;
    }
}
