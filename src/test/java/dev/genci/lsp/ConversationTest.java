package dev.genci.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Outcome;
import dev.genci.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients do wrong, and what goes wrong here. */
class ConversationTest {
    private static final String MANIFEST = "version: 1\nsessions: {a: {purpose: A, ci: true, parallel-safe: true}}\n";

    @TempDir
    private Path folder;

    @Test
    void nothingIsAnsweredBeforeTheBeginningAndAfterTheEnd() {
        Editor editor = new Editor(folder).open("sessions.yaml", "nonsense: true\n");
        int early = editor.at("sessions.yaml", 0, 0, "hover", Map.of());
        editor.ask("initialize", Map.of("capabilities", Map.of()));
        int second = editor.ask("initialize", Map.of("capabilities", Map.of()));
        editor.ask("shutdown", null);
        int late = editor.at("sessions.yaml", 0, 0, "hover", Map.of());
        editor.tell("exit", null);
        Editor.Heard heard = editor.hangUp();
        assertThat(heard.error(early).path("code").asInt()).isEqualTo(-32002);
        assertThat(heard.error(second).path("code").asInt()).isEqualTo(-32600);
        assertThat(heard.error(late).path("code").asInt()).isEqualTo(-32600);
        assertThat(heard.told()).isEmpty();
        assertThat(heard.exit()).isZero();
    }

    @Test
    void unknownMethodsAndWrongParametersGetAnError() {
        Editor editor = Editor.ready(folder);
        int unknown = editor.ask("textDocument/nothing", Map.of());
        editor.tell("nothing", Map.of()).tell("$/nothing", null);
        int wrong = editor.ask("textDocument/hover", Map.of());
        int worse = editor.ask("textDocument/hover", List.of(1, 2));
        int without = editor.ask("textDocument/hover", null);
        int elsewhere = editor.at("sessions.yaml", 0, 0, "hover", Map.of());
        editor.frame("{\"jsonrpc\":")
                .frame("42")
                .frame("[]")
                .frame("{}")
                .frame("")
                .frame("[".repeat(100_000));
        Editor.Heard heard = editor.goodbye();
        assertThat(heard.error(unknown).path("code").asInt()).isEqualTo(-32601);
        assertThat(heard.error(wrong).path("code").asInt()).isNegative();
        assertThat(heard.error(worse).path("code").asInt()).isNegative();
        assertThat(heard.error(without).path("code").asInt()).isEqualTo(-32602);
        assertThat(heard.result(elsewhere).isNull()).isTrue();
        assertThat(heard.error(-1).path("code").asInt()).isEqualTo(-32700);
        assertThat(heard.err()).isEmpty();
        assertThat(heard.exit()).isZero();
    }

    @Test
    void aClientThatGoesIsNoted() {
        assertThat(new Editor(folder).hangUp().exit()).isEqualTo(1);
        Editor.Heard gone = Editor.ready(folder).open("sessions.yaml", MANIFEST).hangUp();
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.err()).isEqualTo("gen-ci: the client ended without \"shutdown\"\n");
        Editor polite = Editor.ready(folder);
        polite.ask("shutdown", null);
        assertThat(polite.hangUp().exit()).isZero();
    }

    @Test
    void halfAMessageAndWhatIsNoneEndTheConversation() {
        assertThat(broken("Content-Length: 100\r\n\r\n{")).contains("inside a message, after 1 of 100 bytes");
        assertThat(broken("Content-Len")).contains("inside the headers");
        assertThat(broken("Content-Length: 5\r\n")).contains("inside the headers");
        assertThat(broken("hello\n")).contains("found \"hello\"");
        assertThat(broken("Other: 5\r\n\r\n")).contains("expected \"Content-Length\"");
        assertThat(broken("Content-Length: -5\r\n\r\n")).contains("\"-5\"");
        assertThat(broken("Content-Length: 999999999\r\n\r\n")).contains("\"999999999\"");
        assertThat(broken("x".repeat(5000))).contains("more than 1024 bytes");
        assertThat(Editor.ready(folder)
                        .raw("content-type: application/vscode-jsonrpc; charset=utf-8\ncontent-length: 2\n\n{}")
                        .goodbye()
                        .exit())
                .isZero();
    }

    private String broken(String raw) {
        Editor.Heard heard = Editor.ready(folder).raw(raw).hangUp();
        assertThat(heard.exit()).isEqualTo(4);
        assertThat(heard.answers()).containsKey(1);
        return heard.err();
    }

    @Test
    void aClientThatReadsNoLongerIsGone() throws IOException {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        // Nothing more comes, and no end either.
        InputStream silence = new PipedInputStream(new PipedOutputStream());
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(Editor.ready(folder).written()), silence);
        End end = new Conversation(Stages.of(new Compiler()), null, "1", Throwable::toString).over(endless, closed);
        assertThat(end).isEqualTo(new End(End.Kind.BROKEN, "cannot answer the client: Broken pipe"));
    }

    @Test
    void aCrashIsAnsweredAndSurvived() {
        Stages broken = new Stages() {
            @Override
            public Checked check(Document document) {
                throw new IllegalStateException("planted");
            }

            @Override
            public Outcome<List<Analysis>> analyze(SourceFile source) {
                throw new StackOverflowError("planted, too");
            }
        };
        Editor editor = Editor.ready(folder);
        int asked = editor.atCursor(MANIFEST.replace("{a:", "{¦a:"), "hover", Map.of());
        int fine = editor.at("sessions.yaml", 1, 11, "definition", Map.of());
        editor.ask("shutdown", null);
        editor.tell("exit", null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> crashes = new ArrayList<>();
        End end = new Conversation(broken, null, "1", crash -> {
                    crashes.add(crash.getMessage());
                    return "a bug: " + crash.getMessage();
                })
                .over(new ByteArrayInputStream(editor.written()), out);
        Editor.Heard heard = Editor.heard(out.toString(StandardCharsets.UTF_8), "", 0);
        assertThat(end.kind()).isEqualTo(End.Kind.GOODBYE);
        assertThat(crashes).containsExactly("planted", "planted, too");
        assertThat(heard.told().get(0).path("params").path("message").asText()).isEqualTo("a bug: planted");
        assertThat(heard.error(asked).path("message").asText()).isEqualTo("a bug: planted, too");
        assertThat(heard.result(fine)).hasSize(1);
    }

    @Test
    void onlyManifestsAreLookedAt() throws IOException {
        String wrong = "nonsense: true\n";
        Files.createDirectories(folder.resolve(".ci"));
        Editor editor = Editor.ready(folder)
                .open("other.yaml", wrong)
                .open("ci/jobs.yaml", wrong)
                .open(".ci/sessions.yaml", wrong)
                .tell("textDocument/didOpen", Map.of("textDocument", untitled(wrong)));
        Editor.Heard heard = editor.goodbye("ci/jobs.yaml");
        assertThat(heard.diagnostics(editor.uri("other.yaml"))).isEmpty();
        assertThat(heard.diagnostics(editor.uri("ci/jobs.yaml"))).isNotEmpty();
        assertThat(heard.diagnostics(editor.uri(".ci/sessions.yaml"))).isNotEmpty();
        assertThat(heard.diagnostics("untitled:sessions.yaml")).isNotEmpty();
    }

    private static Map<String, ?> untitled(String text) {
        return Map.of("uri", "untitled:sessions.yaml", "languageId", "yaml", "version", 1, "text", text);
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndTheRestIsChecked() throws IOException {
        Files.createDirectories(folder.resolve(".github/workflows/ci.yml"));
        Editor editor = Editor.ready(folder).open("sessions.yaml", MANIFEST.replace("purpose", "prupose"));
        editor.tell("textDocument/didSave", Map.of("textDocument", Map.of("uri", editor.uri("sessions.yaml"))));
        Editor.Heard wrong = editor.goodbye();
        assertThat(wrong.diagnostics(editor.uri("sessions.yaml"))).hasSize(2);
        Editor.Heard right =
                Editor.ready(folder).open("sessions.yaml", MANIFEST).goodbye();
        assertThat(right.told().get(1).path("params").path("message").asText())
                .startsWith("cannot read .github/workflows/ci.yml");
    }

    @Test
    void theNewestTextCounts() {
        Editor editor = Editor.ready(folder).open("sessions.yaml", "nonsense: true\n");
        Map<String, ?> document = Map.of("uri", editor.uri("sessions.yaml"), "version", 2);
        editor.tell(
                "textDocument/didChange",
                Map.of("textDocument", document, "contentChanges", List.of(Map.of("text", MANIFEST))));
        editor.tell("textDocument/didChange", Map.of("textDocument", document, "contentChanges", List.of()));
        int found = editor.at("sessions.yaml", 1, 11, "definition", Map.of());
        editor.tell("workspace/didChangeWatchedFiles", Map.of("changes", List.of()));
        Editor.Heard heard = editor.goodbye();
        assertThat(heard.result(found)).hasSize(1);
        // Of the first text, only if there was time.
        assertThat(heard.told()).hasSizeBetween(1, 2);
        int last = heard.told().size() - 1;
        assertThat(heard.told().get(last).path("params").path("version").asInt())
                .isEqualTo(2);
        assertThat(heard.diagnostics(editor.uri("sessions.yaml"))).isEmpty();
    }

    @Test
    void otherDocumentsMayBeChangedAndClosed() {
        Editor editor = Editor.ready(folder);
        Map<String, ?> document = Map.of("uri", editor.uri("other.yaml"), "version", 2);
        editor.tell(
                "textDocument/didChange",
                Map.of("textDocument", document, "contentChanges", List.of(Map.of("text", "x"))));
        editor.tell("textDocument/didSave", Map.of("textDocument", document));
        editor.tell("textDocument/didClose", Map.of("textDocument", document));
        assertThat(editor.goodbye().told()).isEmpty();
    }

    @Test
    void aClosedDocumentHasNoDiagnostics() {
        Editor editor = Editor.ready(folder).open("sessions.yaml", "nonsense: true\n");
        editor.tell("textDocument/didClose", Map.of("textDocument", Map.of("uri", editor.uri("sessions.yaml"))));
        assertThat(editor.goodbye().diagnostics(editor.uri("sessions.yaml"))).isEmpty();
    }

    @Test
    void textsThatNoFileHasAreReadToo() {
        for (String text :
                List.of("", "\0", "\ud800", "\ufeffversion: 1\n", "\t", "{", "a\rb\r\nc", "%".repeat(9_999))) {
            Editor editor = Editor.ready(folder);
            int hover = editor.atCursor(text + "¦", "hover", Map.of());
            int completion = editor.at("sessions.yaml", 99, 99, "completion", Map.of());
            Editor.Heard heard = editor.goodbye();
            assertThat(heard.err()).as(text).isEmpty();
            assertThat(heard.answers()).containsKeys(hover, completion);
            assertThat(heard.error(hover)).isEmpty();
            assertThat(heard.error(completion)).isEmpty();
            assertThat(heard.diagnostics(editor.uri("sessions.yaml"))).as(text).isNotEmpty();
        }
    }
}
