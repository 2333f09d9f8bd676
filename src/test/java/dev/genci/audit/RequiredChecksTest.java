package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.source.SourceFile;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what is required for the main branch counts. */
class RequiredChecksTest {
    @ParameterizedTest
    @CsvSource({
        "base=main, 1",
        "-base=main, 0",
        "base!=main, 0",
        "base=dev, 0",
        "-base=dev, 1",
        "base!=dev, 1",
        "base~=^main, 0",
        "label=ready, 1",
    })
    void conditionsOfMergify(String condition, int count) {
        String text = "queue_rules: [{queue_conditions: ['" + condition + "', check-success=tests]}]";
        assertThat(RequiredChecks.of(new SourceFile(".mergify.yml", text), new ArrayList<>()))
                .hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"refs/heads/old, 1", "~DEFAULT_BRANCH, 0", "refs/heads/main, 0"})
    void aRulesetThatLeavesOutABranch(String branch, int count) {
        String text = """
                {"enforcement": "active",
                 "conditions": {"ref_name": {"include": ["~ALL"], "exclude": ["%s"]}},
                 "rules": [{"parameters": {"required_status_checks": [{"context": "tests"}]}}]}
                """.formatted(branch);
        assertThat(RequiredChecks.of(new SourceFile("ruleset.json", text), new ArrayList<>()))
                .hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "t ${{ matrix.a }}, true",
        "t ${{ matrix['a'] }}, true",
        "t ${{ github.ref }} ${{ toJSON(matrix) }}, true",
        "Check matrix.py, false",
        "matrix. ${{ github.ref }}, false",
        "${{ matrix.a, false",
    })
    void namesThatReadTheMatrix(String name, boolean reads) {
        assertThat(CheckName.readsMatrix(name)).isEqualTo(reads);
    }
}
