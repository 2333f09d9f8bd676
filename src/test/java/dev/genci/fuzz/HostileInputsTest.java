package dev.genci.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.cli.GenCi;
import dev.genci.fuzz.Oracle.Finding;
import dev.genci.fuzz.Oracle.Verdict;
import dev.genci.testing.Yaml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests made to hurt; each keeps every promise that mutated ones keep. Others are golden cases. */
class HostileInputsTest {
    private static final String START = "version: 1\ndefaults: {ci: true, parallel-safe: true}\n";
    private static final String RIGHT = START + "sessions:\n  tests: {purpose: Run the tests}\n";
    private static final int DEEP = 10_000;
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private Path scratch;

    private Verdict verdict(byte[] manifest) throws Exception {
        Oracle oracle = new Oracle(Subject::genCi, Duration.ofSeconds(10), scratch.resolve("oracle"));
        Finding finding = oracle.look(manifest, Map.of());
        assertThat(finding.fault()).isEmpty();
        return finding.verdict();
    }

    private Verdict verdict(String manifest) throws Exception {
        return verdict(manifest.getBytes(StandardCharsets.UTF_8));
    }

    private GenCi.Result genCi(String manifest) {
        return GenCi.run(scratch, manifest.getBytes(StandardCharsets.UTF_8), List.of("-"));
    }

    /** The first line of what is said. */
    private String said(String manifest) {
        GenCi.Result result = genCi(manifest);
        assertThat(result.exit()).isEqualTo(2);
        return result.err().lines().findFirst().orElse("");
    }

    @Test
    void tenThousandLevelsAreTooMany() throws Exception {
        for (String deep : List.of(
                "[".repeat(DEEP),
                "[".repeat(DEEP) + "]".repeat(DEEP),
                "{a: ".repeat(DEEP) + "}".repeat(DEEP),
                "\n" + "- ".repeat(DEEP) + "a",
                "\n" + "? ".repeat(DEEP) + "a",
                "\n" + "- ? ".repeat(DEEP) + "a",
                "[&a ".repeat(DEEP) + "]".repeat(DEEP))) {
            assertThat(verdict(START + "x: " + deep)).isEqualTo(Verdict.REFUSED);
            assertThat(said(START + "x: " + deep)).endsWith("[limits]");
        }
    }

    @Test
    void bombsOfAliasesAndMergesGoOff() throws Exception {
        StringBuilder aliases = new StringBuilder("a0: &a0 {k: v}\n");
        StringBuilder merges = new StringBuilder("a0: &a0 {k: v}\n");
        for (int i = 1; i < 40; i++) {
            String ten = ("*a" + (i - 1) + ", ").repeat(10);
            aliases.append("a%d: &a%d [%s]%n".formatted(i, i, ten));
            merges.append("a%d: &a%d {k%d: v, <<: [%s]}%n".formatted(i, i, i, ten));
        }
        assertThat(verdict(aliases + RIGHT)).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(merges + RIGHT)).isEqualTo(Verdict.REFUSED);
        assertThat(said(aliases + RIGHT)).endsWith("[limits]");
        assertThat(said(merges + RIGHT)).endsWith("[limits]");
    }

    @Test
    void aLineOfAHundredMegabytesIsNotReadToItsEnd() throws IOException {
        Path manifest = scratch.resolve("sessions.yaml");
        try (RandomAccessFile file = new RandomAccessFile(manifest.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024); // as NULs, and without the space on the disk
        }
        GenCi.Result result = GenCi.run(scratch, new byte[0], List.of("lint"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("larger than 16 MiB [limits]");
    }

    @Test
    void aLineOfAMegabyteIs() throws Exception {
        assertThat(verdict(RIGHT + "# " + "x".repeat(MEGABYTE))).isEqualTo(Verdict.COMPILED);
        assertThat(verdict(RIGHT.replace("Run", "x".repeat(MEGABYTE)))).isEqualTo(Verdict.COMPILED);
        assertThat(verdict(START + "x".repeat(MEGABYTE))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void halfASurrogatePairIsNoText() throws Exception {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes((RIGHT + "name: a").getBytes(StandardCharsets.UTF_8));
        raw.writeBytes(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
        assertThat(verdict(raw.toByteArray())).isEqualTo(Verdict.REFUSED);
        for (String half : List.of("\\ud800", "\\udfff", "\\ud83dx", "\\ude80\\ud83d", "\\U0000D800", "\\UFFFFFFFF")) {
            String manifest = RIGHT + "name: \"a" + half + "\"\n";
            assertThat(verdict(manifest)).as(half).isEqualTo(Verdict.REFUSED);
            assertThat(said(manifest)).as(half).contains(":5:").contains("error: ");
        }
    }

    @Test
    void aMarkOfTheByteOrderCountsAtTheStartAlone() throws Exception {
        String expected = genCi(RIGHT).out();
        assertThat(genCi("\ufeff" + RIGHT).out()).isEqualTo(expected);
        verdict("\ufeff\ufeff" + RIGHT);
        verdict(RIGHT.replace("tests", "\ufefftests"));
        verdict("\ufeff");
        assertThat(verdict(RIGHT.getBytes(StandardCharsets.UTF_16))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void everyLineEndEndsALine() {
        String expected = genCi(RIGHT).out();
        assertThat(expected).isNotEmpty();
        assertThat(genCi(RIGHT.replace("\n", "\r\n")).out()).isEqualTo(expected);
        assertThat(genCi(RIGHT.replace("\n", "\r")).out()).isEqualTo(expected);
        String hidden = RIGHT.replace("Run", "\u202eRun");
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(genCi(hidden.replace("\n", end)).err()).contains(":4:20: warning: nobody sees");
        }
    }

    @Test
    void tabsAreNoIndentation() throws Exception {
        assertThat(said(RIGHT.replace("  tests", "\ttests"))).contains(":4:1: error: a tab is not allowed here");
        assertThat(verdict(RIGHT.replace("  tests", "  \ttests"))).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(RIGHT.replace(": ", ":\t"))).isEqualTo(Verdict.COMPILED);
        assertThat(verdict(RIGHT.replace("\n", "\t\n"))).isEqualTo(Verdict.COMPILED);
    }

    @Test
    void controlCharactersAreNoText() throws Exception {
        for (char c = 0; c < ' '; c++) {
            if ("\t\n\r".indexOf(c) < 0) {
                assertThat(verdict(RIGHT.replace("tests", "te" + c + "sts")))
                        .as("U+%04X", (int) c)
                        .isEqualTo(Verdict.REFUSED);
            }
        }
    }

    /** A name is a text, whatever YAML 1.1 or 1.2 takes it for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes",
                "YES",
                "no",
                "No",
                "NO",
                "on",
                "On",
                "ON",
                "off",
                "Off",
                "OFF",
                "y",
                "Y",
                "n",
                "N",
                "1:30",
                "2026-01-01",
                "=",
                "1_000"
            })
    void aNameIsAText(String name) throws Exception {
        assertThatItIsCalled(name, name);
    }

    /** As a value is: nobody can see whether {@code 3.10} was meant, or 3.1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null", "Null", "NULL", "~", "true", "True", "TRUE", "false", "False", "FALSE", "1", "1.0", "0x1F",
                "0o7", "1e3", ".inf", ".nan", "+1"
            })
    void aNameThatYamlReadsAsSomethingElseMustBeQuoted(String name) throws Exception {
        String manifest = START + "sessions:\n  " + name + ": {purpose: P}\n";
        assertThat(verdict(manifest)).isEqualTo(Verdict.REFUSED);
        assertThat(said(manifest)).matches("(?s).*:[45]:3: error: .*\\[wrong-type].*");
        assertThatItIsCalled(name, "\"" + name + "\"");
    }

    private void assertThatItIsCalled(String name, String written) throws Exception {
        String manifest = START + "sessions:\n  " + written + ": {purpose: P}\n";
        GenCi.Result result = genCi(manifest);
        assertThat(result.exit()).as(result.err()).isZero();
        Map<String, Object> jobs = Yaml.map(Yaml.map(result.out()).get("jobs"));
        assertThat(jobs.values()).anySatisfy(job -> {
            assertThat(Yaml.map(job).get("name")).isEqualTo(name);
            assertThat(Yaml.map(Yaml.map(job).get("env")).get("NOX_SESSION")).isEqualTo(name);
        });
        assertThat(jobs.keySet()).allMatch(id -> ((Object) id) instanceof String);
        assertThat(verdict(manifest)).isEqualTo(Verdict.COMPILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<<", "\"\"", "''", "\" \"", "!!null null", "!!bool yes"})
    void whatIsNoNameIsAnError(String name) throws Exception {
        String manifest = START + "sessions:\n  " + name + ": {purpose: P}\n";
        assertThat(verdict(manifest)).isEqualTo(Verdict.REFUSED);
        assertThat(said(manifest)).matches(".*:[45]:\\d+: error: .*");
    }

    @Test
    void anEmptyFileIsNoManifest() throws Exception {
        for (String nothing : List.of("", "\n", "#", "---", "--- \n...\n", "null", "[]", "{}", "\u0000")) {
            assertThat(verdict(nothing)).as(nothing).isEqualTo(Verdict.REFUSED);
        }
        assertThat(Files.exists(scratch.resolve(".github"))).isFalse();
    }
}
