package dev.genci.lsp;

import com.google.gson.JsonParseException;
import dev.genci.lsp.End.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a client, from its first message to its last.
 *
 * @param stages the compiler
 * @param manifest a file that is a manifest whatever its name; absent: only those with the usual name are
 * @param version of gen-ci
 * @param crashes gets those of the compiler
 */
public record Conversation(Stages stages, @Nullable Path manifest, String version, Crashes crashes) {
    /** How long an answer that is being worked out is waited for when the client has gone. */
    private static final int SECONDS = 2;

    /** Converses until the client ends it, or is gone. */
    public End over(InputStream in, OutputStream out) {
        // What it would log is answered here; its loggers ask this one.
        Logger.getLogger("org.eclipse.lsp4j").setLevel(Level.OFF);
        CompletableFuture<End> ended = new CompletableFuture<>();
        Worker worker = new Worker();
        Map<String, JsonRpcMethod> methods = new HashMap<>(ServiceEndpoints.getSupportedMethods(Server.class));
        methods.putAll(ServiceEndpoints.getSupportedMethods(Life.class));
        MessageJsonHandler json = new MessageJsonHandler(methods);
        MessageConsumer writer = writer(new BufferedOutputStream(out), json, ended);
        Server server = new Server(stages, new Client(writer), worker, manifest, crashes);
        Life life = new Life(version, worker, ended);
        Gate gate = new Gate(ServiceEndpoints.toEndpoint(List.of(server, life)), methods, crashes);
        RemoteEndpoint remote = new RemoteEndpoint(writer, gate, this::error);
        json.setMethodProvider(remote);
        Thread reader = new Thread(() -> ended.complete(read(new Frames(in), json, remote, writer)), "gen-ci reader");
        reader.setDaemon(true);
        reader.start();
        End end = ended.join();
        worker.finish(SECONDS);
        return end.kind() == Kind.GONE && gate.isShutDown() ? new End(Kind.GOODBYE, null) : end;
    }

    /** A client that reads no longer is gone, be it that it still writes. */
    private static MessageConsumer writer(OutputStream out, MessageJsonHandler json, CompletableFuture<End> ended) {
        MessageConsumer stream = new StreamMessageConsumer(out, json);
        return message -> {
            try {
                stream.consume(message);
            } catch (JsonRpcException e) {
                ended.complete(new End(Kind.BROKEN, "cannot answer the client: " + why(e)));
            }
        };
    }

    private End read(Frames frames, MessageJsonHandler json, RemoteEndpoint remote, MessageConsumer writer) {
        MessageConsumer valid = new ReflectiveMessageValidator(remote);
        try {
            for (String text = frames.next(); text != null; text = frames.next()) {
                try {
                    valid.consume(json.parseMessage(text));
                } catch (MessageIssueException e) {
                    remote.handle(e.getRpcMessage(), e.getIssues());
                } catch (JsonParseException | StackOverflowError e) {
                    writer.consume(notJson(e));
                } catch (RuntimeException e) {
                    crashes.report(e);
                }
            }
            return Life.GONE;
        } catch (IOException e) {
            return new End(Kind.BROKEN, "cannot understand the client: " + e.getMessage());
        }
    }

    private static ResponseMessage notJson(Throwable e) {
        ResponseMessage answer = new ResponseMessage();
        answer.setError(new ResponseError(ResponseErrorCode.ParseError, "a message is not JSON-RPC: " + why(e), null));
        return answer;
    }

    private static String why(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** The answer to a request that failed: as meant, or by a crash. */
    private ResponseError error(Throwable e) {
        Throwable cause = e;
        while ((cause instanceof CompletionException || cause instanceof InvocationTargetException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ResponseErrorException meant
                ? meant.getResponseError()
                : new ResponseError(ResponseErrorCode.InternalError, crashes.report(cause), null);
    }
}
