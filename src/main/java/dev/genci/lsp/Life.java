package dev.genci.lsp;

import dev.genci.lsp.End.Kind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.jspecify.annotations.Nullable;

/**
 * The methods with which a conversation begins and ends.
 *
 * @param version of gen-ci
 * @param ended gets the end
 */
record Life(String version, Worker worker, CompletableFuture<End> ended) {
    /** The end of one that the client left. */
    static final End GONE = new End(Kind.GONE, "the client ended without \"shutdown\"");

    @JsonRequest
    CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        Integer client = params.getProcessId();
        if (client != null) {
            // Other processes may hold the client's pipe open when it is killed.
            ProcessHandle.of(client).ifPresent(process -> {
                CompletableFuture<?> unused = process.onExit().thenRun(() -> ended.complete(GONE));
            });
        }
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Full);
        sync.setSave(new SaveOptions(false));
        ServerCapabilities can = new ServerCapabilities();
        can.setPositionEncoding(PositionEncodingKind.UTF16);
        can.setTextDocumentSync(sync);
        can.setCompletionProvider(new CompletionOptions(false, List.of(" ", "[", ",", ":")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("gen-ci", version)));
    }

    /** Answered after what was asked before. */
    @JsonRequest
    CompletableFuture<@Nullable Object> shutdown() {
        return worker.later(() -> null);
    }

    @JsonNotification
    void exit() {
        ended.complete(GONE);
    }
}
