package dev.genci.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.diagnostic.RuleId;
import dev.genci.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file that is full of mistakes of form is not looked at any further. */
class ManyMistakesTest {

    private static List<RuleId> rules(int unknownKeys, String name) {
        String keys = IntStream.range(0, unknownKeys)
                .mapToObj(number -> "    key-" + number + ": 1\n")
                .collect(Collectors.joining());
        String text = "version: 1\ndefaults: {ci: true, parallel-safe: true}\nsessions:\n  tests:\n"
                + "    purpose: Run " + name + "\n    needs: [nothing]\n" + keys;
        return new Compiler()
                .analyze(new SourceFile("sessions.yaml", text)).diagnostics().stream()
                        .map(diagnostic -> diagnostic.rule())
                        .toList();
    }

    @Test
    void rulesRunUnlessThereIsEnoughToMend() {
        assertThat(Set.copyOf(rules(Compiler.ENOUGH, "tests"))).contains(RuleId.UNKNOWN_KEY, RuleId.UNKNOWN_NEED);
        assertThat(rules(Compiler.ENOUGH + 1, "tests"))
                .hasSize(Compiler.ENOUGH + 1)
                .containsOnly(RuleId.UNKNOWN_KEY);
    }

    @Test
    void warningsAreNoMistakes() {
        assertThat(rules(0, "\u200b".repeat(Compiler.ENOUGH + 1)))
                .hasSize(Compiler.ENOUGH + 2)
                .contains(RuleId.HIDDEN_CHARACTER, RuleId.UNKNOWN_NEED);
    }
}
