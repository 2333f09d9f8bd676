package dev.genci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Within a hook of pre-commit, the command is one that the user can run. */
class PreCommitTest {
    private static final String WITHOUT_HOOK = """
            To fix it, run: gen-ci -w
            If gen-ci is not on the PATH, add the hook gen-ci to .pre-commit-config.yaml, and run: \
            pre-commit run gen-ci --hook-stage manual --all-files
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aProject() throws IOException {
        Files.writeString(folder.resolve("sessions.yaml"), """
                version: 1
                targets: {github: .github/workflows/ci.yml}
                defaults: {ci: true, parallel-safe: true}
                sessions: {tests: {purpose: Run the tests}}
                """);
    }

    private String check(String... arguments) {
        Console hook = hook();
        assertThat(Main.run(hook, arguments)).isEqualTo(1);
        return hook.out().toString();
    }

    private Console hook() {
        return new Console(
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                InputStream.nullInputStream(),
                folder,
                Map.of("PRE_COMMIT", "1"),
                false,
                false);
    }

    @Test
    void withoutAManifestAHookNamesNoVerbThatItsUserCannotRun() throws IOException {
        Files.delete(folder.resolve("sessions.yaml"));
        Console hook = hook();
        assertThat(Main.run(hook, "check")).isEqualTo(ExitCode.FILE);
        assertThat(hook.err())
                .hasToString(
                        "gen-ci: found neither sessions.yaml nor .ci/sessions.yaml here; write one, or name the manifest"
                                + " in the hook's args\n");
    }

    private void configure(String text) throws IOException {
        Files.writeString(folder.resolve(".pre-commit-config.yaml"), text);
    }

    @Test
    void itIsTheWritingHook() throws IOException {
        configure("repos: [{repo: x, hooks: [{id: gen-ci-check}, {id: gen-ci, stages: [manual]}]}]\n");
        assertThat(check("check"))
                .endsWith("missing\nTo fix it, run: pre-commit run gen-ci --hook-stage manual --all-files\n");
    }

    @Test
    void aHookWithoutStagesRunsInEveryStage() throws IOException {
        configure("repos:\n- repo: x\n  hooks:\n  - id: gen-ci\n");
        assertThat(check("check")).endsWith(" run: pre-commit run gen-ci --hook-stage manual --all-files\n");
    }

    @Test
    void theStageIsOneOfTheHook() throws IOException {
        configure("repos: [{repo: x, hooks: [{id: gen-ci, stages: [pre-push, pre-commit]}]}]\n");
        assertThat(check("check")).endsWith(" run: pre-commit run gen-ci --hook-stage pre-push --all-files\n");
    }

    @Test
    void theConfigurationMayBeInAFolderAbove() throws IOException {
        configure("repos: [{repo: x, hooks: [{id: gen-ci}]}]\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.move(folder.resolve("sessions.yaml"), inner.resolve("sessions.yaml"));
        assertThat(check("-C", "inner", "check")).contains(" run: pre-commit run gen-ci ");
    }

    @Test
    void withoutThatHookItSaysToAddIt() throws IOException {
        assertThat(check("check")).endsWith(WITHOUT_HOOK);
        for (String other : new String[] {
            "repos: [{repo: x, hooks: [{id: gen-ci-check}, {id: [gen-ci]}, gen-ci]}, x]\n",
            "repos: gen-ci\n",
            "gen-ci\n",
            "[\n"
        }) {
            configure(other);
            assertThat(check("check")).as(other).endsWith(WITHOUT_HOOK);
        }
    }

    @Test
    void aConfigurationThatCannotBeReadIsNone() throws IOException {
        Files.createDirectory(folder.resolve(".pre-commit-config.yaml"));
        assertThat(check("check")).endsWith(WITHOUT_HOOK);
    }

    @Test
    void aFileOfSomebodyElseIsNotReplacedByAHook() throws IOException {
        configure("repos: [{repo: x, hooks: [{id: gen-ci}]}]\n");
        Files.createDirectories(folder.resolve(".github/workflows"));
        Files.writeString(folder.resolve(".github/workflows/ci.yml"), "name: Mine\n");
        assertThat(check("check")).endsWith("To fix it, run: gen-ci -w --force\n");
    }
}
