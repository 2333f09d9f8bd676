package dev.genci.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Pin;
import dev.genci.source.SourceFile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commits of actions a committed workflow pins. */
class CommittedPinsTest {
    private static final String SHA = "0123456789abcdef0123456789abcdef01234560";

    private static Map<String, Pin> pins(String workflow) {
        return CommittedPins.of(new CommittedWorkflow(new SourceFile("ci.yml", workflow)).workflow());
    }

    private static Map<String, Pin> pinsOfStep(String lines) {
        return pins("jobs:\n  a:\n    steps:\n      - " + lines.replace("\n", "\n        ") + "\n");
    }

    @Test
    void pinsAreReadWhoeverWroteThem() {
        String other = SHA.replace('0', '9');
        assertThat(pins("""
                on: push
                jobs:
                  a:
                    steps: &shared
                      - uses: actions/checkout@%1$s # v4.1.0
                      - uses: "actions/cache/restore@%1$s" # v3
                      - name: An address
                        uses: https://forge.example/actions/setup@%1$s  #  v1.0 by a bot
                  😀: {steps: *shared}
                  b:
                    steps:
                      - uses: actions/checkout@%2$s # v5
                      - uses: actions/checkout@%1$s # v4.9
                """.formatted(SHA, other)))
                .containsOnlyKeys("actions/checkout", "actions/cache", "actions/setup")
                .containsEntry("actions/checkout", new Pin(other, "v5"))
                .containsEntry("actions/cache", new Pin(SHA, "v3"))
                .containsEntry("actions/setup", new Pin(SHA, "v1.0"));
    }

    @Test
    void columnsOfWideCharactersDoNotMislead() {
        assertThat(pins("jobs: {a: {steps: [{name: 😀😀, uses: a/b@" + SHA + " # v3\n}]}}"))
                .containsEntry("a/b", new Pin(SHA, "v3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: a/b@v4 # v4",
                "uses: a/b@0123456789abcdef0123456789abcdef01234560",
                "uses: a/b@0123456789abcdef0123456789abcdef01234560 #",
                "uses: a/b@0123456789ABCDEF0123456789abcdef01234567 # v4",
                "uses: a/b@0123456789abcdef0123456789abcdef012345678 # v4",
                "uses: b@0123456789abcdef0123456789abcdef01234560 # v4",
                "uses: https://host@0123456789abcdef0123456789abcdef01234560 # v4",
                "uses: a/b@0123456789abcdef0123456789abcdef01234560 # main",
                "uses: a/b@0123456789abcdef0123456789abcdef01234560\n# v4",
                "uses: >-\n  a/b@0123456789abcdef0123456789abcdef01234560 # v4",
                "uses: [a/b@0123456789abcdef0123456789abcdef01234560] # v4",
                "run: a/b@0123456789abcdef0123456789abcdef01234560 # v4",
                "run: |\n  uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4",
                "run: x # uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4",
                "name: \"uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4\"",
                "with: {uses: a/b@0123456789abcdef0123456789abcdef01234560} # v4",
                "uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4\u0085run: x",
                "uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4\u2028",
                "uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4\u0000",
                "uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4\u001b[31mX",
            })
    void whatIsNoPinIsPassedOver(String step) {
        assertThat(pinsOfStep(step)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jobs",
                "[]",
                "jobs: []",
                "jobs: {a: b}",
                "jobs: {a: {steps: {}}}",
                "jobs: {a: {steps: [x]}}",
                "# uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4",
                "steps: [{uses: a/b@0123456789abcdef0123456789abcdef01234560 # v4\n}]",
                "jobs: {a: {uses: a/b/.github/workflows/c.yml@0123456789abcdef0123456789abcdef01234560 # v4\n}}",
                "<<<<<<< HEAD",
                "a: {a: 1, a: 2}",
            })
    void whatIsNoWorkflowHasNone(String text) {
        assertThat(pins(text)).isEmpty();
    }
}
