package dev.genci.lsp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genci.cli.GenCi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An editor that writes down all of its messages first, and then reads all answers. */
final class Editor {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the cursor is in a text. */
    static final String CURSOR = "¦";

    private final Path folder;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int asked;

    /**
     * What came back.
     *
     * @param answers by the number of the request
     * @param told what was not asked for
     */
    record Heard(Map<Integer, JsonNode> answers, List<JsonNode> told, String err, int exit) {
        JsonNode result(int id) {
            return answers.getOrDefault(id, JSON.nullNode()).path("result");
        }

        JsonNode error(int id) {
            return answers.getOrDefault(id, JSON.nullNode()).path("error");
        }

        /** The diagnostics that a document has at the end. */
        JsonNode diagnostics(String uri) {
            JsonNode last = JSON.createArrayNode();
            for (JsonNode each : told) {
                if (each.path("params").path("uri").asText().equals(uri)) {
                    last = each.path("params").path("diagnostics");
                }
            }
            return last;
        }
    }

    /** One that says nothing yet. */
    Editor(Path folder) {
        this.folder = folder;
    }

    /** One that has introduced itself. */
    static Editor ready(Path folder) {
        Editor editor = new Editor(folder);
        editor.ask("initialize", Map.of("capabilities", Map.of()));
        editor.tell("initialized", Map.of());
        return editor;
    }

    /** The name of a file of the folder. */
    String uri(String file) {
        return folder.resolve(file).toUri().toString();
    }

    /** Opens a file with a text that need not be saved. */
    Editor open(String file, String text) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("uri", uri(file));
        document.put("languageId", "yaml");
        document.put("version", 1);
        document.put("text", text);
        return tell("textDocument/didOpen", Map.of("textDocument", document));
    }

    /** Asks for something at a position of a file. */
    int at(String file, int line, int character, String method, Map<String, ?> more) {
        Map<String, Object> params = new HashMap<>(more);
        params.put("textDocument", Map.of("uri", uri(file)));
        params.put("position", Map.of("line", line, "character", character));
        return ask("textDocument/" + method, params);
    }

    /** Opens sessions.yaml without its cursor, and asks for something there. */
    int atCursor(String text, String method, Map<String, ?> more) {
        int at = text.indexOf(CURSOR);
        String before = text.substring(0, at);
        open("sessions.yaml", before + text.substring(at + 1));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return at("sessions.yaml", line, at - 1 - before.lastIndexOf('\n'), method, more);
    }

    int ask(String method, @Nullable Object params) {
        asked++;
        send(method, params, asked);
        return asked;
    }

    Editor tell(String method, @Nullable Object params) {
        send(method, params, null);
        return this;
    }

    private void send(String method, @Nullable Object params, @Nullable Integer id) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        if (id != null) {
            message.put("id", id);
        }
        message.put("method", method);
        if (params != null) {
            message.put("params", params);
        }
        frame(json(message));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a text as a message. */
    Editor frame(String text) {
        return raw("Content-Length: " + text.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + text);
    }

    /** Sends bytes. */
    Editor raw(String text) {
        written.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Says goodbye, and reads everything. */
    Heard goodbye(String... args) {
        String answer = "\"id\":" + ask("shutdown", null) + ",\"result\":null";
        InputStream before = new ByteArrayInputStream(written());
        written.reset();
        tell("exit", null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream exit = new Patient(new ByteArrayInputStream(written()), out, answer);
        GenCi.Result result = GenCi.run(folder, new SequenceInputStream(before, exit), args(args), out);
        return heard(result.out(), result.err(), result.exit());
    }

    /** Bytes that come when something has been written: a client waits for the answer before it exits. */
    private static final class Patient extends InputStream {
        private final InputStream later;
        private final ByteArrayOutputStream out;
        private final String answer;

        Patient(InputStream later, ByteArrayOutputStream out, String answer) {
            this.later = later;
            this.out = out;
            this.answer = answer;
        }

        @Override
        public int read() throws IOException {
            await();
            return later.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            await();
            return later.read(bytes, offset, length);
        }

        private void await() throws InterruptedIOException {
            for (int i = 0; i < 6_000 && !out.toString(StandardCharsets.UTF_8).contains(answer); i++) {
                try {
                    Thread.sleep(10);
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
            }
        }
    }

    private static List<String> args(String... args) {
        List<String> all = new ArrayList<>(List.of("lsp"));
        all.addAll(List.of(args));
        return all;
    }

    /** Closes the pipe, and reads everything. */
    Heard hangUp() {
        GenCi.Result result = GenCi.run(folder, written.toByteArray(), args());
        return heard(result.out(), result.err(), result.exit());
    }

    byte[] written() {
        return written.toByteArray();
    }

    static Heard heard(String out, String err, int exit) {
        Map<Integer, JsonNode> answers = new HashMap<>();
        List<JsonNode> told = new ArrayList<>();
        byte[] bytes = out.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < bytes.length) {
            String rest = new String(bytes, at, Math.min(200, bytes.length - at), StandardCharsets.ISO_8859_1);
            int body = rest.indexOf("\r\n\r\n") + 4;
            int length = Integer.parseInt(rest.replaceAll("(?s).*?Content-Length: (\\d+).*", "$1"));
            try {
                JsonNode message = JSON.readTree(new String(bytes, at + body, length, StandardCharsets.UTF_8));
                if (message.has("method")) {
                    told.add(message);
                } else {
                    answers.put(message.path("id").asInt(-1), message);
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            at += body + length;
        }
        return new Heard(answers, told, err, exit);
    }
}
