package dev.genci.lsp;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.fix.Written;
import dev.genci.manifest.Names;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** Gives a session another name, everywhere in its manifest. */
record Renaming(Reading reading) {

    /** The name at a position, if it is that of a session. */
    @Nullable Range range(Position position) {
        Names.Name name = reading.nameAt(position);
        return name == null || !reading.names().isSession(name) ? null : Positions.range(name.place());
    }

    /**
     * The changes.
     *
     * @throws ResponseErrorException when there is no session, or the manifest would be wrong afterwards
     */
    WorkspaceEdit to(Position position, String other) {
        Names names = reading.names();
        Names.Name name = reading.nameAt(position);
        if (name == null || !names.isSession(name)) {
            List<Diagnostic> why = reading.tree().diagnostics();
            throw refused(
                    reading.tree().value() == null && !why.isEmpty()
                            ? why.get(0).message()
                            : "no session is named here");
        }
        List<TextEdit> edits = new ArrayList<>();
        for (Place place : names.places(name)) {
            TextEdit edit = Positions.edit(Written.at(place).replace(name.text(), other, true));
            if (edit == null) {
                throw refused("\"" + name.text() + "\" in line " + place.line()
                        + " cannot be replaced: it is written as \"" + place.text() + "\"");
            }
            edits.add(edit);
        }
        check(edits);
        return new WorkspaceEdit(Map.of(reading.document().uri(), edits));
    }

    /** What the compiler would say afterwards and does not say now. */
    private void check(List<TextEdit> edits) {
        Outcome<List<Analysis>> before = reading.analyzed();
        Outcome<List<Analysis>> after = reading.analyze(changed(edits));
        Set<String> known = errors(before).stream().map(Diagnostic::message).collect(Collectors.toSet());
        List<Diagnostic> wrong = errors(after);
        if (wrong.size() > errors(before).size()) {
            throw refused(wrong.stream()
                    .map(Diagnostic::message)
                    .filter(message -> !known.contains(message))
                    .findFirst()
                    .orElse(wrong.get(0).message()));
        }
    }

    private static List<Diagnostic> errors(Outcome<List<Analysis>> outcome) {
        return Diagnostic.sorted(outcome.diagnostics()).stream()
                .filter(Diagnostic::isError)
                .toList();
    }

    private String changed(List<TextEdit> edits) {
        StringBuilder text = new StringBuilder(reading.document().source().text());
        edits.stream()
                .sorted(Comparator.comparing(
                                (TextEdit edit) -> offset(edit.getRange().getStart()))
                        .reversed())
                .forEach(edit -> text.replace(
                        offset(edit.getRange().getStart()),
                        offset(edit.getRange().getEnd()),
                        edit.getNewText()));
        return text.toString();
    }

    private int offset(Position position) {
        return Positions.offset(reading.document().source(), position);
    }

    private static ResponseErrorException refused(String message) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, message, null));
    }
}
