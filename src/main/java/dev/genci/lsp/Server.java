package dev.genci.lsp;

import dev.genci.fix.Written;
import dev.genci.manifest.Names;
import dev.genci.manifest.SchemaGuide;
import dev.genci.source.Place;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.jspecify.annotations.Nullable;

/** The methods about documents. Only what it has a method for is known to clients. */
final class Server {
    /** How long a person pauses between two letters, in milliseconds. */
    private static final int PAUSE = 200;

    private static final String MANIFEST = "sessions.yaml";

    private final Stages stages;
    private final Client client;
    private final Worker worker;
    private final @Nullable Path manifest;
    private final Crashes crashes;
    private final Map<String, Document> open = new ConcurrentHashMap<>();
    /** Only for the worker. */
    private final Map<String, Reading> readings = new HashMap<>();

    private @Nullable SchemaGuide guide;
    private @Nullable String unreadable;

    /**
     * A server.
     *
     * @param manifest a file that is a manifest whatever its name; absent: only those with the usual name are
     * @param crashes gets those of the compiler
     */
    Server(Stages stages, Client client, Worker worker, @Nullable Path manifest, Crashes crashes) {
        this.stages = stages;
        this.client = client;
        this.worker = worker;
        this.manifest = manifest;
        this.crashes = crashes;
    }

    @JsonNotification("textDocument/didOpen")
    void didOpen(DidOpenTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        if (isManifest(uri)) {
            put(
                    uri,
                    params.getTextDocument().getVersion(),
                    params.getTextDocument().getText(),
                    0);
        }
    }

    @JsonNotification("textDocument/didChange")
    void didChange(DidChangeTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        List<TextDocumentContentChangeEvent> changes = params.getContentChanges();
        if (open.containsKey(uri) && !changes.isEmpty()) {
            String text = changes.get(changes.size() - 1).getText();
            put(uri, params.getTextDocument().getVersion(), text, PAUSE);
        }
    }

    private void put(String uri, @Nullable Integer version, String text, int pause) {
        String marked = text.startsWith("\ufeff") ? text.substring(1) : text;
        open.put(uri, Document.of(uri, version, marked));
        worker.later(uri, pause, () -> publish(uri, false));
    }

    @JsonNotification("textDocument/didSave")
    void didSave(DidSaveTextDocumentParams params) {
        again(params.getTextDocument().getUri());
    }

    @JsonNotification("workspace/didChangeWatchedFiles")
    void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        open.keySet().forEach(this::again);
    }

    /** Other files of the repository may have changed. */
    private void again(String uri) {
        worker.later(uri, 0, () -> publish(uri, true));
    }

    @JsonNotification("textDocument/didClose")
    void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        if (open.remove(uri) != null) {
            worker.later(uri, 0, () -> {
                readings.remove(uri);
                client.publish(new PublishDiagnosticsParams(uri, List.of()));
            });
        }
    }

    @JsonRequest("textDocument/completion")
    CompletableFuture<@Nullable List<CompletionItem>> completion(CompletionParams params) {
        return answer(params.getTextDocument().getUri(), reading -> Completion.at(reading, params.getPosition()));
    }

    @JsonRequest("textDocument/hover")
    CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return answer(params.getTextDocument().getUri(), reading -> Hovers.at(reading, params.getPosition()));
    }

    @JsonRequest("textDocument/definition")
    CompletableFuture<@Nullable List<Location>> definition(DefinitionParams params) {
        return answer(params.getTextDocument().getUri(), reading -> {
            Names.Name name = reading.nameAt(params.getPosition());
            return name == null ? List.of() : locations(reading, reading.names().definitions(name));
        });
    }

    @JsonRequest("textDocument/references")
    CompletableFuture<@Nullable List<Location>> references(ReferenceParams params) {
        return answer(params.getTextDocument().getUri(), reading -> {
            Names names = reading.names();
            Names.Name name = reading.nameAt(params.getPosition());
            if (name == null) {
                return List.of();
            }
            List<Place> given = names.definitions(name);
            boolean all = params.getContext().isIncludeDeclaration();
            return locations(
                    reading,
                    names.places(name).stream()
                            .filter(place -> all || !given.contains(place))
                            .toList());
        });
    }

    @JsonRequest("textDocument/prepareRename")
    CompletableFuture<@Nullable Range> prepareRename(PrepareRenameParams params) {
        return answer(params.getTextDocument().getUri(), reading -> new Renaming(reading).range(params.getPosition()));
    }

    @JsonRequest("textDocument/rename")
    CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return answer(params.getTextDocument().getUri(), reading -> new Renaming(reading)
                .to(params.getPosition(), params.getNewName()));
    }

    @JsonRequest("textDocument/codeAction")
    CompletableFuture<@Nullable List<CodeAction>> codeAction(CodeActionParams params) {
        return answer(params.getTextDocument().getUri(), reading -> QuickFixes.in(reading, params.getRange()));
    }

    private static List<Location> locations(Reading reading, List<Place> places) {
        return places.stream()
                .map(place -> new Location(
                        reading.document().uri(),
                        Positions.range(Written.at(place).word())))
                .toList();
    }

    /** Nothing is known of what is no manifest. */
    private <T> CompletableFuture<@Nullable T> answer(String uri, Function<Reading, @Nullable T> answer) {
        return worker.later(() -> {
            Reading reading = reading(uri);
            return reading == null ? null : answer.apply(reading);
        });
    }

    /** Whether a file is a manifest: an editor may send all of its YAML. */
    private boolean isManifest(String uri) {
        Path path = Document.path(uri);
        return path == null
                ? uri.endsWith(MANIFEST)
                : path.endsWith(MANIFEST)
                        || manifest != null && path.normalize().equals(manifest);
    }

    private @Nullable Reading reading(String uri) {
        Document document = open.get(uri);
        Reading known = readings.get(uri);
        if (document != null && (known == null || !known.document().equals(document))) {
            SchemaGuide now = guide == null ? new SchemaGuide() : guide;
            guide = now;
            known = new Reading(document, stages, now);
            readings.put(uri, known);
        }
        return document == null ? null : known;
    }

    private void publish(String uri, boolean anew) {
        if (anew) {
            readings.remove(uri);
        }
        Reading reading = reading(uri);
        if (reading == null) {
            return;
        }
        try {
            Checked checked = reading.checked();
            client.publish(new Reports(reading.document()).of(checked.diagnostics()));
            if (checked.unreadable() != null && !checked.unreadable().equals(unreadable)) {
                client.show(checked.unreadable());
            }
            unreadable = checked.unreadable();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            client.show(crashes.report(e));
        }
    }
}
