package dev.genci.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordsNotTakenTest {
    @Test
    void noWordIsAKeyOfASession() {
        assertThat(new WordsNotTaken().all().keySet())
                .doesNotContainAnyElementsOf(
                        Arrays.stream(SessionKey.values()).map(SessionKey::key).toList());
    }

    @Test
    void everyWordHasANearestWay() {
        assertThat(new WordsNotTaken().all().values()).isNotEmpty().allMatch(way -> way.length() > 10);
        assertThat(new WordsNotTaken().nearest("purpose")).isNull();
    }
}
