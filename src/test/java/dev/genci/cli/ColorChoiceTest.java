package dev.genci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.cli.Console.ColorChoice;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides whether messages have colours: the option, then NO_COLOR, then FORCE_COLOR, then the terminal. */
class ColorChoiceTest {

    private static boolean on(ColorChoice choice, boolean terminal, Map<String, String> env) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Console console =
                new Console(stream, stream, InputStream.nullInputStream(), Path.of(""), env, terminal, terminal);
        return choice.on(console, terminal);
    }

    @ParameterizedTest
    @CsvSource({
        "false, '',   '', '',    false",
        "false, '',   1,  '',    true",
        "false, 1,    '', '',    false",
        "false, 1,    1,  '',    false",
        "true,  '',   '', '',    true",
        "true,  '',   1,  '',    true",
        "true,  1,    '', '',    false",
        "true,  1,    1,  '',    false",
        "true,  '',   '', xterm, true",
        "true,  '',   '', dumb,  false",
        "true,  '',   1,  dumb,  true",
        "true,  '',   0,  dumb,  true",
    })
    void noColorWinsThenForceColorThenTheTerminal(
            boolean terminal, String noColor, String forceColor, String term, boolean colored) {
        Map<String, String> env = Map.of("NO_COLOR", noColor, "FORCE_COLOR", forceColor, "TERM", term);
        assertThat(on(ColorChoice.auto, terminal, env)).isEqualTo(colored);
        Map<String, String> unset = new HashMap<>(env);
        unset.values().removeIf(String::isEmpty);
        assertThat(on(ColorChoice.auto, terminal, unset)).isEqualTo(colored);
    }

    @Test
    void theOptionWinsOverAllOfThem() {
        for (boolean terminal : new boolean[] {true, false}) {
            assertThat(on(ColorChoice.always, terminal, Map.of("NO_COLOR", "1")))
                    .isTrue();
            assertThat(on(ColorChoice.never, terminal, Map.of("FORCE_COLOR", "1")))
                    .isFalse();
        }
    }
}
