package dev.genci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.shell.CommandLineModel;
import dev.genci.shell.CommandLineModel.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the command line has, every script and the page have. */
class CompletionTest {
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "man"})
    void everyVerbOptionAndChoiceIsThere(String shell) {
        GenCi.Result result = GenCi.run(Path.of(""), new byte[0], List.of("completion", shell));
        assertThat(result.exit()).isZero();
        CommandLineModel line = WholeCommandLine.model();
        List<Command> commands = new ArrayList<>(line.verbs());
        assertThat(commands).extracting(Command::name).containsExactlyElementsOf(Verbs.NAMES);
        commands.add(line.program());
        for (Command command : commands) {
            assertThat(result.out()).contains(command.name());
            command.options().forEach(option -> {
                option.names().forEach(name -> assertThat(words(result.out(), shell))
                        .contains(shell.equals("fish") ? name.replaceFirst("^-+", "") : name));
                if (!shell.equals("man")) {
                    assertThat(result.out())
                            .contains(String.join(" ", option.value().choices()));
                }
            });
            if (!shell.equals("man")) {
                assertThat(result.out())
                        .contains(String.join(" ", command.argument().choices()));
            }
        }
    }

    private static String words(String script, String shell) {
        return shell.equals("man") ? script.replace("\\-", "-") : script;
    }

    @Test
    void whatIsOneOfAListIsCompleted() {
        assertThat(WholeCommandLine.model().verbs().stream()
                        .flatMap(verb -> verb.options().stream())
                        .filter(option -> option.names().contains("--format")
                                || option.names().contains("--target"))
                        .toList())
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.value().choices()).isNotEmpty());
    }
}
