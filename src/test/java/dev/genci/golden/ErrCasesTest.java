package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.cli.GenCi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Manifests that are wrong, or worth a warning or a note: {@code sessions.yaml} gives the report {@code expected.txt}, and no
 * workflow if an error is among it. With {@code nox-list.json}, lint compares the two. The folder's name begins with the rule that the case is about.
 */
class ErrCasesTest {
    private static final byte[] NOTHING = {};
    private static final String LISTING = "nox-list.json";

    /** Outside of our own repository, which is not the case's. */
    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> err() {
        return Case.tests("err", this::report);
    }

    private Map<String, String> report(Case golden) throws IOException {
        Path folder = temp.resolve(golden.name());
        golden.copyInput(folder);
        boolean noxfile = Files.exists(folder.resolve(LISTING));
        List<String> args =
                noxfile ? List.of("lint", "--noxfile=" + LISTING, "sessions.yaml") : List.of("lint", "sessions.yaml");
        GenCi.Result lint = GenCi.run(folder, NOTHING, args);
        String report = lint.out() + lint.err();
        String rule = golden.name().split("--", 2)[0];
        assertThat(report).contains(" [" + rule + "]\n");
        if (noxfile) {
            assertThat(lint.exit()).isEqualTo(report.matches("(?s).*: (error|warning): .*") ? 1 : 0);
            return Map.of("expected.txt", report);
        }
        assertThat(lint.exit()).isEqualTo(report.contains(": error: ") ? 2 : 0);
        if (lint.exit() != 0) {
            GenCi.Result generate = GenCi.run(folder, NOTHING, List.of("sessions.yaml"));
            assertThat(generate.exit()).isEqualTo(2);
            assertThat(generate.out()).isEmpty();
        }
        return Map.of("expected.txt", report);
    }
}
