package dev.genci.lsp;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Suggestion;
import dev.genci.fix.Written;
import dev.genci.manifest.TreeWalk;
import dev.genci.source.Place;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Corrections of mistyped words: what diagnostics that ask "did you mean …?" mean. */
final class QuickFixes {
    private QuickFixes() {}

    /** Those for diagnostics that touch a range. */
    static List<CodeAction> in(Reading reading, Range range) {
        YamlTree tree = reading.tree().value();
        Set<Place> whole = new HashSet<>();
        if (tree != null) {
            new TreeWalk((scalar, isKey, part) -> whole.add(scalar.place()))
                    .walk(tree.root(), reading.guide().root());
        }
        List<CodeAction> actions = new ArrayList<>();
        for (Diagnostic diagnostic : reading.checked().diagnostics()) {
            Suggestion suggestion = diagnostic.suggestion();
            String meant = suggestion == null || !touches(Positions.range(diagnostic.place()), range)
                    ? null
                    : suggestion.meant();
            if (suggestion != null && meant != null) {
                TextEdit edit = Positions.edit(Written.at(diagnostic.place())
                        .replace(suggestion.word(), meant, whole.contains(diagnostic.place())));
                if (edit != null) {
                    CodeAction action = new CodeAction("Replace \"" + suggestion.word() + "\" by \"" + meant + "\"");
                    action.setKind(CodeActionKind.QuickFix);
                    action.setIsPreferred(true);
                    action.setDiagnostics(List.of(new Reports(reading.document()).of(diagnostic)));
                    action.setEdit(new WorkspaceEdit(Map.of(reading.document().uri(), List.of(edit))));
                    actions.add(action);
                }
            }
        }
        return actions;
    }

    private static boolean touches(Range place, Range range) {
        boolean before = place.getEnd().getLine() < range.getStart().getLine()
                || place.getEnd().getLine() == range.getStart().getLine()
                        && place.getEnd().getCharacter() < range.getStart().getCharacter();
        boolean after = place.getStart().getLine() > range.getEnd().getLine()
                || place.getStart().getLine() == range.getEnd().getLine()
                        && place.getStart().getCharacter() > range.getEnd().getCharacter();
        return !before && !after;
    }
}
