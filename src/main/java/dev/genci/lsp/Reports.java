package dev.genci.lsp;

import dev.genci.source.Place;
import dev.genci.workspace.Project;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/** Diagnostics as editors get them. */
record Reports(Document document) {
    /** With more, an editor is slow, and nobody reads them one by one. */
    private static final int MOST = 1_000;

    private static final String SOURCE = "gen-ci";

    /** All of them; if there are too many, errors come before others. */
    PublishDiagnosticsParams of(List<dev.genci.diagnostic.Diagnostic> diagnostics) {
        Stream<dev.genci.diagnostic.Diagnostic> shown = diagnostics.size() <= MOST
                ? diagnostics.stream()
                : Stream.concat(
                                diagnostics.stream().filter(dev.genci.diagnostic.Diagnostic::isError),
                                diagnostics.stream().filter(each -> !each.isError()))
                        .limit(MOST);
        return new PublishDiagnosticsParams(document.uri(), shown.map(this::of).toList(), document.version());
    }

    /** One of them. */
    Diagnostic of(dev.genci.diagnostic.Diagnostic own) {
        String help = own.help();
        Diagnostic diagnostic = new Diagnostic(
                Positions.range(own.place()),
                help == null ? own.message() : own.message() + "\nhelp: " + help,
                switch (own.severity()) {
                    case ERROR -> DiagnosticSeverity.Error;
                    case WARNING -> DiagnosticSeverity.Warning;
                    case NOTE -> DiagnosticSeverity.Information;
                },
                SOURCE,
                own.rule().id());
        if (!own.related().isEmpty()) {
            diagnostic.setRelatedInformation(own.related().stream()
                    .map(other -> new DiagnosticRelatedInformation(location(other.place()), other.message()))
                    .toList());
        }
        return diagnostic;
    }

    /** Where a place is: in the manifest, or in another file of its project. */
    private Location location(Place place) {
        Project project = document.project();
        String uri = place.file() == document.source() || project == null
                ? document.uri()
                : project.resolve(place.file().name()).toUri().toString();
        return new Location(uri, Positions.range(place));
    }
}
