package dev.genci.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.golden.Case;
import dev.genci.lower.Lowering;
import dev.genci.lower.row.RowFactory;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.Pipeline;
import dev.genci.source.SourceFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What must be true of every plan: here of every good case, with durations made up for all of its rows. */
class PlanTest {
    private static final Compiler COMPILER = new Compiler();
    private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

    @TestFactory
    Stream<DynamicTest> everyCase() {
        return Case.all("ok").stream().map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden)));
    }

    private static void check(Case golden) throws Exception {
        SourceFile source =
                new SourceFile("sessions.yaml", Files.readString(golden.folder().resolve("sessions.yaml")));
        List<Analysis> analyses = COMPILER.analyze(source).value();
        assertThat(analyses).isNotNull();
        List<String> written = analyses.get(0).manifest().all().written();
        for (Analysis analysis : analyses) {
            if (!written.contains(analysis.manifest().workflow().id().value())) {
                continue;
            }
            for (TargetSettings target : analysis.manifest().targets()) {
                Pipeline pipeline = Lowering.lower(analysis, target, Plan.selfCheck(analysis, target))
                        .value();
                assertThat(pipeline).isNotNull();
                Map<String, Double> seconds = new TreeMap<>();
                Map<String, List<Double>> measured = new HashMap<>();
                makeUp(analysis, target, seconds, measured);
                Plan plan = Plan.of(analysis, target, pipeline, new Durations(measured));
                assertThat(plan.jobs()).hasSameSizeAs(pipeline.jobs());
                everyRowOnce(plan, seconds, analysis.manifest().jobs().keySet());
                inOrder(plan);
                bounded(plan);
            }
        }
    }

    /**
     * Durations.
     *
     * @param seconds by what the forge shows of a row
     * @param measured by nox's name of its session, which rows may have in common
     */
    private static void makeUp(
            Analysis analysis, TargetSettings target, Map<String, Double> seconds, Map<String, List<Double>> measured) {
        RowFactory factory = new RowFactory(target, new ArrayList<>());
        analysis.running()
                .flatMap(work -> factory.rows(work, analysis.invocations(work)).stream())
                .forEach(row -> {
                    double next = 1 + measured.size() * 7 % 11;
                    double own = measured.computeIfAbsent(row.session().text(), session -> List.of(next))
                            .get(0);
                    assertThat(seconds.put(row.title().text(), own)).isNull();
                });
    }

    private static void everyRowOnce(Plan plan, Map<String, Double> seconds, Set<String> passed) {
        Map<String, Double> planned = new TreeMap<>();
        for (PlannedJob job : plan.jobs()) {
            for (PlannedJob.Row row : job.rows()) {
                if (passed.contains(job.id())) {
                    assertThat(row.seconds()).as(row.name()).isNull();
                } else {
                    assertThat(planned.put(row.name(), row.known()))
                            .as(row.name())
                            .isNull();
                }
            }
        }
        assertThat(planned).isEqualTo(seconds);
    }

    private static void inOrder(Plan plan) {
        List<Set<Integer>> before = new ArrayList<>();
        for (PlannedJob job : plan.jobs()) {
            Set<Integer> all = new HashSet<>();
            int stage = 1;
            for (int need : job.needs()) {
                assertThat(need).as(job.id()).isLessThan(before.size());
                all.addAll(before.get(need));
                stage = Math.max(stage, plan.jobs().get(need).stage() + 1);
            }
            assertThat(job.stage()).as(job.id()).isEqualTo(stage);
            job.needs().forEach(need -> assertThat(all.add(need))
                    .as("need of %s that others do not imply", job.id())
                    .isTrue());
            before.add(all);
        }
    }

    /** The last is what any schedule keeps that leaves no runner idle without need (Graham, 1969). */
    private static void bounded(Plan plan) {
        Timing timing = Timing.of(plan);
        assertThat(Timing.on(1, plan)).isCloseTo(timing.sequential(), ROUNDING);
        assertThat(Timing.on(plan.rows() + 1, plan)).isCloseTo(timing.parallel(), ROUNDING);
        for (int runners = 2; runners < 5; runners++) {
            assertThat(Timing.on(runners, plan))
                    .isGreaterThanOrEqualTo(timing.lowerBound(runners))
                    .isLessThanOrEqualTo(
                            timing.sequential() / runners + timing.parallel() * (runners - 1) / runners + 1e-6);
        }
    }
}
