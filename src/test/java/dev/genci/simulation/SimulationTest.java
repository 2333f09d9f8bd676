package dev.genci.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.property.Sample;
import dev.genci.property.Samples;
import dev.genci.property.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Plays workflows by the forges' rules: whatever fails, is cancelled or skipped, exactly the right sessions run and every
 * verdict is right.
 */
class SimulationTest {
    /** Where a run differs from what the manifest promises. */
    private static List<String> mistakes(Spec spec, Workflow workflow, Forge forge) {
        Map<String, String> jobOfRow = workflow.jobOfRow();
        Simulator simulator = new Simulator(workflow, forge);
        List<String> mistakes = new ArrayList<>();
        for (Scenario scenario : Scenarios.of(workflow)) {
            Map<String, Result> results = simulator.play(scenario);
            Expectation expected = new Expectation(spec, scenario);
            spec.rows()
                    .forEach((session, rows) -> rows.forEach(row -> {
                        boolean runs = expected.session(session) != Result.SKIPPED;
                        boolean ran = results.get(jobOfRow.get(row.name())) != Result.SKIPPED;
                        if (runs != ran) {
                            mistakes.add(forge + ", " + scenario + ": " + row.name() + (ran ? " ran" : " did not run"));
                        }
                    }));
            expected.verdicts().forEach((name, verdict) -> {
                Result said = results.get(jobOfRow.get(name));
                if (said != verdict) {
                    mistakes.add(forge + ", " + scenario + ": " + name + " says " + said + ", not " + verdict);
                }
            });
        }
        return mistakes;
    }

    private static void check(Sample sample) {
        sample.check(() -> {
            for (Forge forge : Forge.values()) {
                if (forge.target().equals(sample.spec().target())) {
                    assertThat(mistakes(sample.spec(), sample.workflow(), forge))
                            .isEmpty();
                }
            }
        });
    }

    @Test
    void randomWorkflowsDoWhatTheirManifestsPromise() {
        Samples.all().forEach(SimulationTest::check);
    }

    @Test
    void handWrittenWorkflowsDoWhatTheirManifestsPromise() throws IOException {
        for (String name : List.of("shieldcraft", "forgejo", "minimal")) {
            String manifest = Files.readString(Path.of("samples", name, "sessions.yaml"));
            Sample.of("samples/" + name, manifest).forEach(SimulationTest::check);
        }
        HandWritten.ALL.forEach((name, manifest) -> Sample.of(name, manifest).forEach(SimulationTest::check));
    }

    @Test
    void aMatrixThatIsTooLargeIsSplitEvenly() {
        Sample.of("many", HandWritten.ALL.get("more rows than a matrix may have"))
                .forEach(sample -> {
                    Map<String, Workflow.Job> jobs = sample.workflow().jobs();
                    assertThat(jobs.keySet()).containsExactly("a-1", "a-2", "b", "c", "ci-ok");
                    assertThat(jobs.get("a-1").rows()).hasSize(150);
                    assertThat(jobs.get("a-2").rows()).hasSize(150);
                    assertThat(jobs.get("b").needs()).containsExactly("a-1", "a-2");
                });
    }

    /** On GitHub: Forgejo's server starts nothing after a cancellation, whatever the conditions. */
    @Test
    void nothingStartsAfterACancellation() {
        for (Sample sample : Samples.all()) {
            if (!sample.spec().target().equals("github")) {
                continue;
            }
            sample.check(() -> {
                List<String> ids = new ArrayList<>(sample.workflow().jobs().keySet());
                Simulator simulator = new Simulator(sample.workflow(), Forge.GITHUB);
                for (Scenario scenario : Scenarios.cancellations(sample.workflow())) {
                    Map<String, Result> results = simulator.play(scenario);
                    List<String> later = ids.subList(ids.indexOf(scenario.cancelledAfter()) + 1, ids.size());
                    for (String id : later) {
                        boolean decides = sample.workflow().jobs().get(id).decides();
                        assertThat(decides || results.get(id) == Result.CANCELLED)
                                .as("%s after the run was cancelled", id)
                                .isTrue();
                    }
                    boolean all = results.values().stream().noneMatch(Result.CANCELLED::equals);
                    assertThat(results.get(ids.get(ids.size() - 1))).isEqualTo(all ? Result.SUCCESS : Result.FAILURE);
                }
            });
        }
    }

    @Test
    void noConditionIsMadeTrueByAFailureOrAsksForACancellationOnForgejo() {
        for (Sample sample : Samples.all()) {
            sample.check(() -> sample.workflow().jobs().values().forEach(job -> {
                String condition = job.condition() == null ? "" : job.condition();
                assertThat(condition).doesNotContain("failure()").doesNotContainPattern("needs\\.[^ ]+ (!=|== '[^s])");
                if (sample.spec().target().equals("forgejo")) {
                    assertThat(condition).doesNotContain("cancelled()");
                }
            }));
        }
    }

    /** Bends texts in ways that a wrong compiler would: on some of the manifests the play must show it. */
    @Test
    void thePlayShowsWhatIsWrong() {
        Map<String, UnaryOperator<String>> faults = Map.of(
                "no condition after an order",
                text -> text.replaceAll("    if: \\$\\{\\{ (!cancelled|always)\\(\\) && [^\\n]*\\n", ""),
                "a chain that looks through failures",
                text -> text.replaceAll("(cancelled|always)\\(\\) && needs[^\\n]*\\n", "$1() }}\n"),
                "a final job that is skipped",
                text -> text.replace("    if: ${{ always() }}\n", ""),
                "nothing must succeed",
                text -> text.replaceAll(" {10}MUST: \\|\n( {12}.*\n)+", ""),
                "nothing may be skipped",
                text -> text.replace("          MAY_SKIP:", "          MUST:"),
                "conditions that are not parenthesised",
                text -> text.replaceAll("&& \\((vars[^\\n()]* \\|\\| [^\\n()]*)\\) }}", "&& $1 }}"));
        Set<String> shown = new LinkedHashSet<>();
        for (Sample sample : Samples.all()) {
            faults.forEach((name, fault) -> {
                String bent = fault.apply(sample.file().text());
                if (!shown.contains(name) && !bent.equals(sample.file().text()) && isRead(bent)) {
                    for (Forge forge : Forge.values()) {
                        if (forge.target().equals(sample.spec().target())
                                && !mistakes(sample.spec(), Workflow.of(bent), forge)
                                        .isEmpty()) {
                            shown.add(name);
                        }
                    }
                }
            });
        }
        assertThat(new TreeSet<>(shown)).isEqualTo(new TreeSet<>(faults.keySet()));
    }

    /** A mapping with one key twice is no workflow. */
    private static boolean isRead(String text) {
        try {
            Workflow.of(text);
            return true;
        } catch (org.snakeyaml.engine.v2.exceptions.YamlEngineException e) {
            return false;
        }
    }
}
