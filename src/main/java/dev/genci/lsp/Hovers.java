package dev.genci.lsp;

import dev.genci.analysis.Analysis;
import dev.genci.data.Value;
import dev.genci.emit.YamlText;
import dev.genci.manifest.Names;
import dev.genci.manifest.SchemaGuide.Part;
import dev.genci.manifest.TreeWalk;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/** What there is to say about a word of a manifest. */
final class Hovers {
    private Hovers() {}

    /** Of a session, what it is for and what becomes of it; of a key, what the schema says. */
    static @Nullable Hover at(Reading reading, Position position) {
        YamlTree tree = reading.tree().value();
        if (tree == null) {
            return null;
        }
        Names.Name name = reading.nameAt(position);
        if (name != null && reading.names().definitions(name).isEmpty()) {
            return null;
        }
        if (name != null && (name.kind() == Names.Kind.SESSION || name.kind() == Names.Kind.JOB)) {
            return hover(session(reading, tree, name.text()), Positions.range(name.place()));
        }
        List<Hover> found = new ArrayList<>();
        new TreeWalk((scalar, isKey, part) -> {
                    if (isKey && !part.title().isEmpty() && Positions.touches(scalar.place(), position)) {
                        found.add(hover(key(scalar, part), Positions.range(scalar.place())));
                    }
                })
                .walk(tree.root(), reading.guide().root());
        return found.isEmpty() ? null : found.get(0);
    }

    private static Hover hover(String text, Range range) {
        return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), range);
    }

    private static String key(YamlScalar key, Part meaning) {
        StringBuilder text =
                new StringBuilder("**" + key.text() + "**: " + meaning.title() + "\n\n" + meaning.description());
        List<Value> examples = meaning.examples();
        Map<String, String> values = meaning.values();
        if (examples.isEmpty() || !String.join("", values.values()).isEmpty()) {
            text.append("\n\n");
            values.forEach((value, what) ->
                    text.append("- `").append(value).append(what.isEmpty() ? "`\n" : "`: " + what + "\n"));
        }
        if (!examples.isEmpty()) {
            text.append("\n\n```yaml\n");
            examples.forEach(example ->
                    text.append(YamlText.OF_FILE.field(key.text(), example, 0)).append('\n'));
            text.append("```");
        }
        return text.toString();
    }

    private static String session(Reading reading, YamlTree tree, String name) {
        StringBuilder text = new StringBuilder("**" + name + "**");
        YamlNode purpose = field(field(field(tree.root(), "sessions"), name), "purpose");
        if (purpose instanceof YamlScalar scalar) {
            text.append(": ").append(scalar.text());
        }
        List<Analysis> analyses = reading.analyzed().value();
        Checked checked = reading.checked();
        boolean wrong = checked.diagnostics().stream().anyMatch(dev.genci.diagnostic.Diagnostic::isError);
        return analyses == null || wrong
                ? text + "\n\nThe manifest has errors, so there are no jobs."
                : text + new SessionHover(analyses, checked.files()).of(name);
    }

    private static @Nullable YamlNode field(@Nullable YamlNode node, String key) {
        return node instanceof YamlMapping mapping ? mapping.get(key) : null;
    }
}
