package dev.genci.lsp;

import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;

/** What the server tells the client without being asked. */
record Client(MessageConsumer writer) {
    /** All diagnostics of a document, in place of those that it had. */
    void publish(PublishDiagnosticsParams diagnostics) {
        send("textDocument/publishDiagnostics", diagnostics);
    }

    /** Something that the user must see. */
    void show(String text) {
        send("window/showMessage", new MessageParams(MessageType.Error, text));
    }

    private void send(String method, Object params) {
        NotificationMessage message = new NotificationMessage();
        message.setMethod(method);
        message.setParams(params);
        writer.consume(message);
    }
}
