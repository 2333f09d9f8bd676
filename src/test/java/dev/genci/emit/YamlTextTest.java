package dev.genci.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genci.data.Value;
import dev.genci.diagnostic.Outcome;
import dev.genci.source.SourceFile;
import dev.genci.yaml.OtherReader;
import dev.genci.yaml.Values;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text is, two readers read it back as itself, as a value, in a list, as a key and in a block. */
class YamlTextTest {

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "a ",
            " a",
            "a b",
            "a: b",
            "a:",
            ":a",
            "a :b",
            "a #b",
            "#a",
            "a#b",
            "- a",
            "-a",
            "-",
            "--- a",
            "---",
            "...",
            "? a",
            "?a",
            "[a]",
            "{a}",
            "a, b",
            "a]b",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "'a'",
            "\"a\"",
            "it's",
            "a\"b",
            "a\\b",
            "a'b\"c\\d",
            "%a",
            "@a",
            "`a`",
            "null",
            "Null",
            "~",
            "true",
            "TRUE",
            "yes",
            "No",
            "ON",
            "off",
            "y",
            "N",
            "<<",
            "=",
            "1",
            "-1",
            "+1",
            "0x1f",
            "0o7",
            "0b1",
            "1_000",
            "1e3",
            "1.5",
            ".5",
            ".inf",
            "-.inf",
            "+.inf",
            ".nan",
            "12:30",
            "12:30:45",
            "2026-01-01",
            "1.2.3",
            "3.10",
            "v1.2",
            "1st",
            ".nox",
            ".github/x",
            "+x",
            "a\tb",
            "\ta",
            "a\n",
            "\n",
            "\na",
            "a\nb",
            "a\nb\n",
            "a\n\nb\n",
            "a\n\n",
            "a\n b\n",
            " a\nb\n",
            "a \nb\n",
            "a\r\nb",
            "a\u0000b",
            "a\u0007b",
            "\u0085",
            "a\u2028b",
            "\ufeffa",
            "é",
            "日本",
            "😀",
            "a\u007fb",
            "a\u00a0b",
            "${{ github.ref }}",
            "${{ a }}: b",
            "a ${{ b }} # c",
            "echo 'a' && b\necho \"$c\"\n",
            "\"",
            "'",
            "\\",
            "a,",
            "a? b",
            "# a\nb\n",
            "\tx\ny\n",
            "key: |\n  x\n",
            "a\u001b[0mb");

    private static Value read(String yaml) {
        Outcome<YamlTree> tree = YamlReader.read(new SourceFile("x.yml", yaml));
        assertThat(tree.diagnostics()).as(yaml).isEmpty();
        return Values.of(Objects.requireNonNull(tree.value()).root());
    }

    private static void readsBack(String text) {
        Value value = Value.of(text);
        Value.Fields inside = Value.fields().with("b", value).with("c", Value.of("x"));
        Value.Fields all = Value.fields()
                .with("a", value)
                .with("in flow", Value.items(value, inside, Value.items()))
                .with("in block", Value.items(Value.of("x".repeat(90)), value, inside))
                .with("key", new Value.Fields(Map.of(text.length() > 60 ? "k" : text, Value.of("v"))));
        String yaml = YamlText.OF_FILE.block(all, 0) + "\n";
        assertThat(read(yaml)).as(yaml).isEqualTo(all);
        JsonNode other = OtherReader.read(yaml);
        assertThat(other.get("a").textValue()).as(yaml).isEqualTo(text);
        assertThat(other.get("in flow").get(0).textValue()).as(yaml).isEqualTo(text);
        assertThat(other.get("in flow").get(1).get("b").textValue()).as(yaml).isEqualTo(text);
        assertThat(other.get("in block").get(1).textValue()).as(yaml).isEqualTo(text);
        assertThat(other.get("in block").get(2).get("b").textValue()).as(yaml).isEqualTo(text);
    }

    @Test
    void nastyTextsReadBackAsThemselves() {
        NASTY.forEach(YamlTextTest::readsBack);
    }

    @Test
    void randomTextsReadBackAsThemselves() {
        Random random = new Random(20260101);
        List<String> pieces = new ArrayList<>(NASTY);
        pieces.addAll(List.of(" ", "  ", "\n", ":", "#", ",", "'", "\"", "-", "?", "0", "x", "{", "}", "\t"));
        pieces.remove("\ud83d");
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(5); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            readsBack(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a-b", "a:b", "v1", "it's", "3rd", ".nox", ".github/x.yml", "$x", "(a)", "a/b@c", "nox==1"
            })
    void whatNeedsNoQuotesHasNone(String text) {
        assertThat(YamlText.string(text, false)).isEqualTo(text);
    }

    @Test
    void quotesAreThoseThatPrettierPrefers() {
        assertThat(YamlText.string("a: b", false)).isEqualTo("\"a: b\"");
        assertThat(YamlText.string("- 'a'", false)).isEqualTo("\"- 'a'\"");
        assertThat(YamlText.string("- \"a\"", false)).isEqualTo("'- \"a\"'");
        assertThat(YamlText.string("- \"it's\"", false)).isEqualTo("'- \"it''s\"'");
        assertThat(YamlText.string("a, b", false)).isEqualTo("a, b");
        assertThat(YamlText.string("a, b", true)).isEqualTo("\"a, b\"");
        assertThat(YamlText.string("a\u0007\n\t\r\"\\\u2028é\ue000\uffff", false))
                .isEqualTo("\"a\\u0007\\n\\t\\r\\\"\\\\\\u2028é\ue000\\uffff\"");
    }

    @Test
    void whatFitsIntoTheLineStandsOnIt() {
        Value shorter = Value.texts(List.of("a".repeat(35), "b".repeat(34)));
        Value longer = Value.texts(List.of("a".repeat(35), "b".repeat(35)));
        assertThat(YamlText.OF_FILE.field("k23", shorter, 2)).hasSize(78).doesNotContain("\n");
        assertThat(YamlText.OF_FILE.field("k23", longer, 2)).startsWith("k23:\n    - a");
    }

    @Test
    void everyKindOfValueIsWritten() {
        Value.Fields all = Value.fields()
                .with("nothing", new Value.Nothing())
                .with("number", new Value.Numeral("31"))
                .with("flag", Value.of(true))
                .with("empty", Value.fields())
                .with("none", Value.items())
                .with("list", Value.items(new Value.Nothing(), Value.of(1)))
                .with("script", Value.items(Value.of("a\nb\n"), Value.of("a\nb")))
                .with("map", Value.fields().with("x", new Value.Nothing()));
        String yaml = YamlText.OF_FILE.block(all, 0) + "\n";
        assertThat(yaml).isEqualTo("""
                nothing:
                number: 31
                flag: true
                empty: {}
                none: []
                list: [null, 1]
                script:
                  - |
                    a
                    b
                  - |-
                    a
                    b
                map: { x: }
                """);
        assertThat(read(yaml)).isEqualTo(all);
    }
}
