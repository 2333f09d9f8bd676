package dev.genci.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.genci.property.Sample;
import dev.genci.property.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the scripts of status jobs: they say what the simulator takes them to say. */
class VerdictScriptTest {
    private static final List<String> RESULTS =
            List.of("", "success", "success success", "success failure success", "cancelled", "skipped", "succes");
    private static final List<String> LINES =
            List.of("", "a=success\n", "a=failure\nb=success\n", "a=success\nb=skipped\n", "a=cancelled\n", "a=\n");

    /** The script of the final job. */
    private static String script(String sessions) {
        String manifest = "version: 1\ndefaults: {ci: true, parallel-safe: true}\nsessions:\n" + sessions;
        Workflow workflow = Sample.of("script", manifest).get(0).workflow();
        return workflow.jobs().get("ci-ok").steps().get(0).get("run").toString();
    }

    private static Result run(String script, Map<String, String> env) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is a shell");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-e", "-c", script);
        builder.environment().putAll(env);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0 ? Result.SUCCESS : Result.FAILURE;
    }

    @Test
    void everythingMustHaveSucceeded() throws IOException, InterruptedException {
        String script = script("  a: {purpose: A}\n");
        for (String results : RESULTS) {
            assertThat(run(script, Map.of("RESULTS", results, "NEEDS", "{}")))
                    .as("\"%s\"", results)
                    .isEqualTo(Verdicts.all(results));
        }
        assertThat(RESULTS.stream().filter(results -> Verdicts.all(results) == Result.SUCCESS))
                .containsExactly("success", "success success");
    }

    @Test
    void whatMayBeSkippedIsTold() throws IOException, InterruptedException {
        String script = script("  a: {purpose: A}\n  b: {purpose: B, if: vars.A}\n");
        for (String must : LINES) {
            for (String maySkip : LINES) {
                assertThat(run(script, Map.of("MUST", must, "MAY_SKIP", maySkip)))
                        .as("must %s, may %s", must, maySkip)
                        .isEqualTo(Verdicts.listed(must, maySkip));
            }
        }
        assertThat(Verdicts.listed("a=success\n", "b=skipped\n")).isEqualTo(Result.SUCCESS);
        assertThat(Verdicts.listed("a=skipped\n", "b=success\n")).isEqualTo(Result.FAILURE);
        assertThat(run(script, Map.of("MAY_SKIP", "b=skipped\n"))).isEqualTo(Result.SUCCESS);
    }

    @Test
    void aFinalJobWithoutSkipsReadsAllResults() {
        String manifest = "version: 1\nsessions:\n  a: {purpose: A, ci: true, parallel-safe: true}\n";
        Workflow workflow = Sample.of("results", manifest).get(0).workflow();
        Map<String, Object> env =
                Yaml.map(workflow.jobs().get("ci-ok").steps().get(0).get("env"));
        assertThat(env)
                .containsEntry("RESULTS", "${{ join(needs.*.result, ' ') }}")
                .containsEntry("NEEDS", "${{ toJSON(needs) }}");
    }
}
