package dev.genci.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        Diagnostic error = Diagnostic.of(RuleId.UNKNOWN_NEED, place(2, 16, 5), "needs \"biuld\"")
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
        assertThat(text(Diagnostic.of(RuleId.SKIP_CHAIN, place(3, 3, 1), "x"))).isEqualTo("""
                s.yaml:3:3: warning: x [skip-chain]
                  |
                3 | ü😀x: y
                  |    ^
                """);
    }

    @Test
    void aLongLineIsShownAroundThePlaceWithAnEllipsisWhereMoreFollows() {
        String word = "needed";
        String some = "abcd ".repeat(60);
        assertThat(excerpt(some + word + some, word)).matches("….{79}needed.{73}…");
        assertThat(excerpt(word + some, word)).matches("needed.{152}…");
        assertThat(excerpt(some + word, word)).matches("….{152}needed");
        assertThat(excerpt("x".repeat(154) + word, word)).doesNotContain("…");
    }

    @Test
    void widthIsThatOfATerminal() {
        String word = "必要な";
        assertThat(excerpt("漢字".repeat(60) + word + "漢字".repeat(60), word))
                .startsWith("…")
                .endsWith("…")
                .hasSize(2 + 158 / 2);
        assertThat(excerpt("ガ가ガ{" + word + "}", word)).startsWith("ガ");
        // Two code points that a terminal shows as one letter.
        assertThat(excerpt("u\u0308u\u0308: " + word, word)).startsWith("u");
        assertThat(excerpt("必".repeat(80) + word, word)).startsWith("…必").endsWith(word);
    }

    @Test
    void whatCannotBeSeenTakesAColumn() {
        assertThat(excerpt("a\u202eb\u200bc\td", "d")).isEqualTo("a\ufffdb\ufffdc d");
    }

    /** The excerpt, if the caret is under the word, and as wide. */
    private static String excerpt(String line, String word) {
        int start = line.codePointCount(0, line.indexOf(word));
        SourceFile file = new SourceFile("s.yaml", line);
        String[] lines = text(Diagnostic.of(
                        RuleId.LEFT_OUT, new Place(file, 1, start + 1, word.codePointCount(0, word.length())), "x"))
                .split("\n", -1);
        assertThat(lines[3].indexOf('^') - "  | ".length())
                .isEqualTo(columns(lines[2].substring("1 | ".length(), lines[2].indexOf(word))));
        assertThat(lines[3].length() - lines[3].indexOf('^')).isEqualTo(columns(word));
        assertThat(columns(lines[2])).isLessThanOrEqualTo("1 | ".length() + Excerpt.WIDEST);
        return lines[2].substring("1 | ".length());
    }

    /** As a terminal counts: here two for what is neither a letter of Europe nor an ellipsis, none for a mark. */
    private static int columns(String text) {
        return text.codePoints()
                .map(point -> point >= 0x1100 && point != '…' && point != '\ufffd' ? 2 : point == 0x308 ? 0 : 1)
                .sum();
    }

    @Test
    void aPlaceBeyondTheTextHasNoExcerpt() {
        assertThat(text(Diagnostic.of(RuleId.LIMITS, place(99, 1, 1), "x")))
                .isEqualTo("s.yaml:99:1: error: x [limits]\n");
        assertThat(text(Diagnostic.of(RuleId.LIMITS, place(1, 99, 1), "x"))).contains("version: 1\n  |           ^\n");
    }

    @Test
    void controlCharactersAreNotSentToTheTerminal() {
        assertThat(text(Diagnostic.of(RuleId.LIMITS, place(99, 1, 1), "a\u001b[31mb\nc")))
                .doesNotContain("\u001b", "b\nc");
    }

    @Test
    void diagnosticsAreSetApart() {
        Diagnostic error = Diagnostic.of(RuleId.LIMITS, place(99, 1, 1), "x");
        assertThat(text(error, error)).isEqualTo("s.yaml:99:1: error: x [limits]\n\ns.yaml:99:1: error: x [limits]\n");
        assertThat(text()).isEmpty();
    }

    @Test
    void coloursAreOnlyThereWhenAskedFor() {
        Diagnostic error = Diagnostic.of(RuleId.LIMITS, place(1, 1, 1), "x").help("h");
        String colored = new TextReport(true).print(List.of(error));
        assertThat(colored).contains("\u001b[1;31merror:\u001b[0m", "\u001b[36mhelp:\u001b[0m");
        assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(error));
        assertThat(new TextReport(true).print(List.of(Diagnostic.of(RuleId.LEFT_OUT, place(1, 1, 1), "x"))))
                .contains("\u001b[1;33mnote:");
    }

    private static String json(Diagnostic... diagnostics) {
        return JsonReport.print(Stream.of(diagnostics).map(Finding::of).toList(), List.of());
    }

    @Test
    void programsReadTheSame() throws JsonProcessingException {
        Diagnostic error = Diagnostic.of(
                        RuleId.LIMITS, place(2, 3, 4), "quote \" back \\ tab \t bell \u0007 del \u007f é 😀")
                .related(place(1, 1, 1), "other")
                .related(place(1, 2, 1), "another");
        JsonNode all = new JsonMapper()
                .readTree(json(
                        error,
                        Diagnostic.of(RuleId.LEFT_OUT, place(1, 1, 1), "m").help("h")))
                .get("findings");
        JsonNode first = all.get(0);
        assertThat(first.get("message").textValue()).isEqualTo(error.message());
        assertThat(first.get("file").textValue()).isEqualTo("s.yaml");
        assertThat(first.get("line").intValue()).isEqualTo(2);
        assertThat(first.get("column").intValue()).isEqualTo(3);
        assertThat(first.get("length").intValue()).isEqualTo(4);
        assertThat(first.get("severity").textValue()).isEqualTo("error");
        assertThat(first.get("rule").textValue()).isEqualTo("limits");
        assertThat(first.get("help").isNull()).isTrue();
        assertThat(first.get("related").size()).isEqualTo(2);
        assertThat(first.get("related").get(1).get("message").textValue()).isEqualTo("another");
        assertThat(all.get(1).get("help").textValue()).isEqualTo("h");
        assertThat(all.get(1).get("severity").textValue()).isEqualTo("note");
        assertThat(json()).isEqualTo("""
                {
                  "version": 1,
                  "findings": [],
                  "files": []
                }
                """);
    }

    @Test
    void aHundredAreShownErrorsFirst() {
        List<Diagnostic> all = new ArrayList<>();
        for (int line = 1; line <= 120; line++) {
            all.add(Diagnostic.of(line % 12 == 0 ? RuleId.LIMITS : RuleId.LEFT_OUT, place(line + 100, 1, 1), "x"));
        }
        String text = new TextReport(false).print(all);
        assertThat(text.lines().filter(line -> line.contains(": error: "))).hasSize(10);
        assertThat(text.lines().filter(line -> line.contains(": note: "))).hasSize(90);
        assertThat(text).startsWith("s.yaml:112:1: error: x [limits]\n").endsWith("\n\nand 20 more\n");
        assertThat(new TextReport(false).print(all.subList(0, 100))).doesNotContain("more");
    }
}
