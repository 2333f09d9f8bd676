package dev.genci.lsp;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what the protocol allows: nothing before {@code initialize}, nothing after {@code shutdown}, and nothing that this
 * server does not know.
 *
 * @param server answers the rest
 * @param known the methods that it knows
 * @param crashes gets what goes wrong in a message that has no answer
 */
record Gate(Endpoint server, Map<String, JsonRpcMethod> known, Crashes crashes, AtomicReference<State> state)
        implements Endpoint {
    private static final String INITIALIZE = "initialize";

    /** How far a conversation is. */
    enum State {
        /** Nobody has introduced themselves. */
        NEW,
        /** Everything is allowed. */
        OPEN,
        /** Only {@code exit} is allowed. */
        SHUT_DOWN
    }

    Gate(Endpoint server, Map<String, JsonRpcMethod> known, Crashes crashes) {
        this(server, known, crashes, new AtomicReference<>(State.NEW));
    }

    @Override
    public CompletableFuture<?> request(String method, @Nullable Object parameter) {
        boolean first = method.equals(INITIALIZE);
        State now = state.get();
        if (now == State.SHUT_DOWN) {
            return refused(ResponseErrorCode.InvalidRequest, "\"" + method + "\" after \"shutdown\"");
        }
        if (first && now == State.OPEN) {
            return refused(ResponseErrorCode.InvalidRequest, "\"" + method + "\" for the second time");
        }
        if (!first && now == State.NEW) {
            return refused(ResponseErrorCode.ServerNotInitialized, "\"" + method + "\" before \"" + INITIALIZE + "\"");
        }
        if (!known.containsKey(method)) {
            return refused(ResponseErrorCode.MethodNotFound, "unknown method \"" + method + "\"");
        }
        if (lacks(method, parameter)) {
            return refused(ResponseErrorCode.InvalidParams, "\"" + method + "\" without parameters");
        }
        if (first) {
            state.set(State.OPEN);
        } else if (method.equals("shutdown")) {
            state.set(State.SHUT_DOWN);
        }
        return server.request(method, parameter);
    }

    @Override
    public void notify(String method, @Nullable Object parameter) {
        boolean allowed = state.get() == State.OPEN || method.equals("exit");
        if (!allowed || !known.containsKey(method) || lacks(method, parameter)) {
            return; // nobody waits for an answer
        }
        try {
            server.notify(method, parameter);
        } catch (RuntimeException e) {
            crashes.report(e);
        }
    }

    private boolean lacks(String method, @Nullable Object parameter) {
        JsonRpcMethod known = this.known.get(method);
        return known != null && known.getParameterTypes().length > 0 && parameter == null;
    }

    /** Whether the client has shut the server down. */
    boolean isShutDown() {
        return state.get() == State.SHUT_DOWN;
    }

    private static CompletableFuture<?> refused(ResponseErrorCode code, String message) {
        return CompletableFuture.failedFuture(new ResponseErrorException(new ResponseError(code, message, null)));
    }
}
