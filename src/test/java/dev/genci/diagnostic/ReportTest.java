package dev.genci.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Diagnostics as people and as programs read them. */
class ReportTest {
    private static final SourceFile FILE =
            new SourceFile("s.yaml", "version: 1\r\n\tdocs: {needs: [biuld]}\nü😀x: y\n" + "z".repeat(400) + "\n");

    private static Place place(int line, int column, int length) {
        return new Place(FILE, line, column, length);
    }

    private static String text(Diagnostic... diagnostics) {
        return new TextReport(false).print(List.of(diagnostics));
    }

    @Test
    void theWordIsUnderlinedAndHelpFollows() {
        Diagnostic error = Diagnostic.error("unknown-need", place(2, 16, 5), "needs \"biuld\"")
                .related(place(1, 1, 7), "here")
                .help("did you mean \"build\"?");
        assertThat(text(error)).isEqualTo("""
                s.yaml:2:16: error: needs "biuld" [unknown-need]
                  |
                2 |  docs: {needs: [biuld]}
                  |                ^~~~~
                   = s.yaml:1:1: here
                   = help: did you mean "build"?
                """);
    }

    @Test
    void columnsAreCountedInCharactersThatPeopleSee() {
        assertThat(text(Diagnostic.warning("w", place(3, 3, 1), "x"))).isEqualTo("""
                s.yaml:3:3: warning: x [w]
                  |
                3 | ü😀x: y
                  |   ^
                """);
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        String[] lines = text(Diagnostic.note("n", place(4, 300, 500), "x")).split("\n", -1);
        assertThat(lines[2]).hasSizeLessThan(170);
        assertThat(lines[3].indexOf('^')).isEqualTo("  | ".length() + 80);
        assertThat(lines[3]).hasSameSizeAs(lines[2]);
    }

    @Test
    void aPlaceBeyondTheTextHasNoExcerpt() {
        assertThat(text(Diagnostic.error("e", place(99, 1, 1), "x"))).isEqualTo("s.yaml:99:1: error: x [e]\n");
        assertThat(text(Diagnostic.error("e", place(1, 99, 1), "x"))).contains("version: 1\n  |           ^\n");
    }

    @Test
    void controlCharactersAreNotSentToTheTerminal() {
        assertThat(text(Diagnostic.error("e", place(99, 1, 1), "a\u001b[31mb\nc")))
                .doesNotContain("\u001b", "b\nc");
    }

    @Test
    void diagnosticsAreSetApart() {
        Diagnostic error = Diagnostic.error("e", place(99, 1, 1), "x");
        assertThat(text(error, error)).isEqualTo("s.yaml:99:1: error: x [e]\n\ns.yaml:99:1: error: x [e]\n");
        assertThat(text()).isEmpty();
    }

    @Test
    void coloursAreOnlyThereWhenAskedFor() {
        Diagnostic error = Diagnostic.error("e", place(1, 1, 1), "x").help("h");
        String colored = new TextReport(true).print(List.of(error));
        assertThat(colored).contains("\u001b[1;31merror:\u001b[0m", "\u001b[36mhelp:\u001b[0m");
        assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(error));
        assertThat(new TextReport(true).print(List.of(Diagnostic.note("n", place(1, 1, 1), "x"))))
                .contains("\u001b[1;33mnote:");
    }

    @Test
    void programsReadTheSame() throws JsonProcessingException {
        Diagnostic error = Diagnostic.error("e", place(2, 3, 4), "quote \" back \\ tab \t bell \u0007 del \u007f é 😀")
                .related(place(1, 1, 1), "other")
                .related(place(1, 2, 1), "another");
        JsonNode all = new JsonMapper()
                .readTree(JsonReport.print(
                        List.of(error, Diagnostic.note("n", place(1, 1, 1), "m").help("h"))));
        JsonNode first = all.get(0);
        assertThat(first.get("message").textValue()).isEqualTo(error.message());
        assertThat(first.get("file").textValue()).isEqualTo("s.yaml");
        assertThat(first.get("line").intValue()).isEqualTo(2);
        assertThat(first.get("column").intValue()).isEqualTo(3);
        assertThat(first.get("length").intValue()).isEqualTo(4);
        assertThat(first.get("severity").textValue()).isEqualTo("error");
        assertThat(first.get("rule").textValue()).isEqualTo("e");
        assertThat(first.get("help").isNull()).isTrue();
        assertThat(first.get("related").size()).isEqualTo(2);
        assertThat(first.get("related").get(1).get("message").textValue()).isEqualTo("another");
        assertThat(all.get(1).get("help").textValue()).isEqualTo("h");
        assertThat(all.get(1).get("severity").textValue()).isEqualTo("note");
        assertThat(JsonReport.print(List.of())).isEqualTo("[]\n");
    }

    @Test
    void theyAreSortedAsPeopleRead() {
        Diagnostic first = Diagnostic.error("b", place(1, 1, 1), "x");
        Diagnostic second = Diagnostic.error("a", place(1, 2, 1), "x");
        Diagnostic third = Diagnostic.error("a", place(2, 1, 1), "x");
        Diagnostic fourth = Diagnostic.error("a", place(2, 1, 1), "y");
        Diagnostic fifth = Diagnostic.error("b", place(2, 1, 1), "a");
        assertThat(Diagnostic.sorted(List.of(fifth, fourth, third, second, first, third)))
                .containsExactly(first, second, third, fourth, fifth);
        Place elsewhere = new Place(new SourceFile("a.yaml", ""), 9, 9, 1);
        assertThat(elsewhere.compareTo(first.place())).isNegative();
    }

    @Test
    void theNearestWordIsSuggested() {
        List<String> words = List.of("build", "docs_lint", "tests", "test_fast");
        assertThat(Suggestion.didYouMean("biuld", words)).isEqualTo("did you mean \"build\"?");
        assertThat(Suggestion.nearest("DOCS-lint", words)).isEqualTo("docs_lint");
        assertThat(Suggestion.nearest("test", words)).isIn("tests", "test_fast");
        assertThat(Suggestion.nearest("teste", words)).isEqualTo("tests");
        assertThat(Suggestion.nearest("deploy", words)).isNull();
        assertThat(Suggestion.nearest("x", words)).isNull();
        assertThat(Suggestion.nearest("b".repeat(65), List.of("b".repeat(65)))).isNull();
        assertThat(Suggestion.didYouMean("zzz", words)).isNull();
    }

    @Test
    void anOutcomeKnowsItsErrors() {
        Diagnostic note = Diagnostic.note("n", place(1, 1, 1), "x");
        Diagnostic error = Diagnostic.error("e", place(1, 1, 1), "x");
        Outcome<String> outcome = Outcome.of("v", List.of(note));
        assertThat(outcome.hasErrors()).isFalse();
        assertThat(outcome.after(List.of(error)).hasErrors()).isTrue();
        assertThat(outcome.after(List.of(error)).diagnostics()).containsExactly(error, note);
        assertThat(Outcome.<String>failed(List.of(error)).value()).isNull();
    }
}
