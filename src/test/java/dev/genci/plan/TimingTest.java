package dev.genci.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Times that were worked out by hand. */
class TimingTest {
    private static PlannedJob job(String id, int stage, List<Integer> needs, double... seconds) {
        return new PlannedJob(
                id,
                stage,
                needs,
                DoubleStream.of(seconds)
                        .mapToObj(each -> new PlannedJob.Row(id, each, List.of(), null))
                        .toList(),
                0,
                seconds.length == 0 ? "only sums up" : "");
    }

    private static Plan plan(PlannedJob... jobs) {
        return new Plan("ci", "github", Arrays.asList(jobs));
    }

    private static PlanReport report(Plan plan) {
        return new PlanReport(plan, null, null, new Caches(0, 0, 0, 0, "GitHub"));
    }

    /** Two tests of four minutes; then a build of one and a half; a check, types and a manual aside. */
    private static final Plan PROJECT = plan(
            job("tests", 1, List.of(), 240, 240, 30),
            job("aside", 1, List.of(), 60, 20),
            job("build", 2, List.of(0), 90),
            job("ok", 3, List.of(1, 2)));

    @Test
    void withoutLimit() {
        Timing timing = Timing.of(PROJECT);
        assertThat(timing.sequential()).isEqualTo(680);
        assertThat(timing.parallel()).isEqualTo(330);
        assertThat(timing.criticalPath()).containsExactly(0, 2, 3);
    }

    /** Tests until 240, then the check until 270 beside the types until 300; the build until 360, the manual from 300. */
    @Test
    void onTwoRunners() {
        assertThat(Timing.on(2, PROJECT)).isEqualTo(360);
        assertThat(Timing.of(PROJECT).lowerBound(2)).isEqualTo(340);
    }

    @Test
    void onOneRunnerNothingIsParallel() {
        assertThat(Timing.on(1, PROJECT)).isEqualTo(680);
        assertThat(Timing.of(PROJECT).lowerBound(1)).isEqualTo(680);
    }

    @Test
    void onEnoughRunnersThereIsNoLimit() {
        assertThat(Timing.on(5, PROJECT)).isEqualTo(330);
        assertThat(Timing.of(PROJECT).lowerBound(5)).isEqualTo(330);
    }

    /** What leads to the longer rest starts first, though it is shorter itself. */
    @Test
    void theLongestWayStartsFirst() {
        Plan plan =
                plan(job("long", 1, List.of(), 50), job("first", 1, List.of(), 10), job("second", 2, List.of(1), 100));
        assertThat(Timing.on(1, plan)).isEqualTo(160);
        assertThat(Timing.on(2, plan)).isEqualTo(110);
        assertThat(Timing.of(plan).criticalPath()).containsExactly(1, 2);
    }

    @Test
    void whereNothingIsKnownTheLongestChainIsCritical() {
        Plan plan = plan(
                job("a", 1, List.of(), 0),
                job("b", 2, List.of(0), 0),
                job("c", 1, List.of(), 0),
                job("ok", 3, List.of(0, 1, 2)));
        assertThat(Timing.of(plan).criticalPath()).containsExactly(0, 1, 3);
        assertThat(Timing.on(1, plan)).isZero();
    }

    @Test
    void timesArePrintedToTheSecond() {
        assertThat(DoubleStream.of(0, 0.4, 59.5, 60, 3600, 3661, 7325)
                        .mapToObj(PlanText::time)
                        .toList())
                .containsExactly("0s", "0s", "1m", "1m", "1h", "1h1m1s", "2h2m5s");
    }

    @Test
    void sizesArePrintedAsForgesCount() {
        assertThat(LongStream.of(1, 4_200, 999_999, 1_500_000, 410_000_000, 1_949_000_000, 10_000_000_000L)
                        .mapToObj(Caches::size)
                        .toList())
                .containsExactly("1 kB", "5 kB", "1000 kB", "2 MB", "410 MB", "1.9 GB", "10 GB");
    }

    @Test
    void textOfManyRowsAndNeedsIsCut() {
        PlannedJob[] jobs = new PlannedJob[9];
        for (int i = 0; i < 8; i++) {
            jobs[i] = job("j" + i, 1, List.of(), 1, 1, 1, 1, 1, 1, 1);
        }
        jobs[8] = job("ok", 2, List.of(0, 1, 2, 3, 4, 5, 6, 7));
        String text = PlanText.print(report(plan(jobs)));
        assertThat(text)
                .contains("  j0: j0 1s, j0 1s, j0 1s, j0 1s, j0 1s, j0 1s and 1 more\n")
                .contains("  ok: only sums up; after j0, j1, j2, j3, j4, j5 and 2 more\n");
    }

    @Test
    void namesCannotBreakOut() {
        Plan plan = plan(job("ü\"<b>&\\\u0007", 1, List.of(), 1));
        assertThat(PlanMermaid.print(plan)).contains("j0[\"ü&quot;&lt;b>&amp;\\\u0007<br>1s\"]");
        assertThat(PlanJson.print(report(plan))).contains("\"\\u00fc\\\"<b>&\\\\\\u0007\"");
    }
}
