package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.cli.GenCi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workflows that people wrote: {@code workflow.yml}, or a whole repository, gives the audit {@code expected.txt}. With {@code nox-list.json}, audit
 * compares the two. The folder's name begins with the rule that the case is about.
 */
class AuditCasesTest {
    private static final byte[] NOTHING = {};
    private static final String WORKFLOW = "workflow.yml";
    private static final String LISTING = "nox-list.json";

    /** Outside of our own repository, which is not the case's. */
    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> audit() {
        return Case.tests("audit", this::report);
    }

    private Map<String, String> report(Case golden) throws IOException {
        Path folder = temp.resolve(golden.name());
        golden.copyInput(folder);
        List<String> args = new ArrayList<>(List.of("audit"));
        if (Files.exists(folder.resolve(LISTING))) {
            args.add("--noxfile=" + LISTING);
        }
        if (Files.exists(folder.resolve(WORKFLOW))) {
            args.add(WORKFLOW);
        }
        GenCi.Result audit = GenCi.run(folder, NOTHING, args);
        String report = audit.out() + audit.err();
        assertThat(report).contains(" [" + golden.name().split("--", 2)[0] + "]\n");
        boolean found = report.matches("(?s).*: (error|warning): .*");
        assertThat(audit.exit()).isIn(found ? List.of(1, 2) : List.of(0));
        return Map.of("expected.txt", report);
    }
}
