package dev.genci.lsp;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Outcome;
import dev.genci.manifest.Names;
import dev.genci.manifest.SchemaGuide;
import dev.genci.source.SourceFile;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlTree;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/** What there is to know of a version of a document, each thing worked out when it is first asked for. Only for one thread. */
final class Reading {
    private final Document document;
    private final Stages stages;
    private final SchemaGuide guide;
    private @Nullable Outcome<YamlTree> tree;
    private @Nullable Names names;
    private @Nullable Checked checked;
    private @Nullable Outcome<List<Analysis>> analyzed;

    Reading(Document document, Stages stages, SchemaGuide guide) {
        this.document = document;
        this.stages = stages;
        this.guide = guide;
    }

    Document document() {
        return document;
    }

    SchemaGuide guide() {
        return guide;
    }

    /** No value when it is no YAML. */
    Outcome<YamlTree> tree() {
        Outcome<YamlTree> known = tree;
        if (known == null) {
            known = YamlReader.read(document.source());
            tree = known;
        }
        return known;
    }

    /** None when it is no YAML. */
    Names names() {
        Names known = names;
        if (known == null) {
            YamlTree root = tree().value();
            known = root == null ? Names.none() : Names.of(root, guide);
            names = known;
        }
        return known;
    }

    /** The name at a position; {@code null} where there is none. */
    Names.@Nullable Name nameAt(Position position) {
        return names().all().stream()
                .filter(name -> Positions.touches(name.place(), position))
                .findFirst()
                .orElse(null);
    }

    /** The names, also when the line that is being typed makes the text no YAML: those without that line. */
    Names namesWithout(Position line) {
        if (tree().value() != null) {
            return names();
        }
        SourceFile source = document.source();
        int start = Positions.offset(source, new Position(line.getLine(), 0));
        int end = Positions.offset(source, new Position(line.getLine(), Integer.MAX_VALUE));
        String text = source.text().substring(0, start) + source.text().substring(end);
        YamlTree rest = YamlReader.read(new SourceFile(source.name(), text)).value();
        return rest == null ? Names.none() : Names.of(rest, guide);
    }

    Checked checked() {
        Checked known = checked;
        if (known == null) {
            known = stages.check(document);
            checked = known;
        }
        return known;
    }

    /** No value when there is an error. */
    Outcome<List<Analysis>> analyzed() {
        Outcome<List<Analysis>> known = analyzed;
        if (known == null) {
            known = stages.analyze(document.source());
            analyzed = known;
        }
        return known;
    }

    /** The first stages, of another text of the same document. */
    Outcome<List<Analysis>> analyze(String text) {
        return stages.analyze(new SourceFile(document.source().name(), text));
    }
}
