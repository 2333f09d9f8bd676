package dev.genci.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The repository of an action. */
class ActionNameTest {
    @ParameterizedTest
    @CsvSource({
        "actions/checkout, actions/checkout",
        "actions/checkout@v7, actions/checkout",
        "actions/cache/restore@v5, actions/cache",
        "actions/cache/a/b, actions/cache",
        // No action has this name: what asks for its pin must not find that of another.
        "checkout, checkout",
        "checkout@v7, checkout@v7"
    })
    void isItsOwnerAndName(String uses, String repository) {
        assertThat(ActionName.repository(uses)).isEqualTo(repository);
    }
}
