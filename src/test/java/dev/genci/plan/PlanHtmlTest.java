package dev.genci.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be true of every page. How it looks, {@code conformance/see-pages} finds in a browser. */
class PlanHtmlTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

    private static PlannedJob job(String id, int stage, List<Integer> needs, @Nullable Double... seconds) {
        return new PlannedJob(
                id,
                stage,
                needs,
                Arrays.stream(seconds)
                        .map(each -> new PlannedJob.Row(id, each, List.of(id), id))
                        .toList(),
                1,
                seconds.length == 0 ? "only sums up" : "");
    }

    private static String page(@Nullable Integer runners, PlannedJob... jobs) {
        Plan plan = new Plan("ci", "github", List.of(jobs));
        return PlanHtml.print(new PlanReport(plan, runners, null, new Caches(1, 0, 0, 0, "GitHub")), null, null);
    }

    @Test
    void namesCannotBreakOut() {
        String page = page(2, job("<script>alert(1)</script>\"&'", 1, List.of(), 10.0), job("ok", 2, List.of(0)));
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;'");
    }

    @Test
    void nothingIsLoaded() {
        String page = page(2, job("a", 1, List.of(), 10.0, null), job("ok", 2, List.of(0)));
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("//", "url(", "@import", " src=", " href=", "<script", "<link");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(page(null, job("a", 1, List.of(), 10.0, null)))
                .contains(">not known</text>")
                .contains("class=\"e\"");
        assertThat(page(null, job("a", 1, List.of(), null, null)))
                .contains("No durations")
                .doesNotContain("class=\"b\"");
    }

    @Test
    void tooMuchIsCut() {
        PlannedJob[] jobs = IntStream.range(0, 301)
                .mapToObj(i -> job("j" + i, 1, List.of(), 1.0, 2.0))
                .toArray(PlannedJob[]::new);
        assertThat(page(null, jobs))
                .contains("too many jobs to draw", "and 302 more")
                .hasSizeLessThan(200_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void boxesDoNotOverlap(long seed) {
        Plan plan = random(new Random(seed));
        GraphLayout layout = new GraphLayout(plan);
        List<GraphLayout.Place> places = new ArrayList<>(layout.places());
        layout.lines().forEach(line -> places.addAll(line.places()));
        for (GraphLayout.Place one : places) {
            assertThat(one.y).isBetween(0.0, layout.height() - one.height());
            assertThat(one.x()).isBetween(0.0, layout.width() - GraphLayout.WIDTH);
            for (GraphLayout.Place other : places) {
                boolean apart = one == other
                        || one.stage != other.stage
                        || one.y + one.height() <= other.y
                        || other.y + other.height() <= one.y;
                assertThat(apart).isTrue();
            }
        }
        for (GraphLayout.Line line : layout.lines()) {
            List<Integer> stages =
                    line.places().stream().map(place -> place.stage).toList();
            assertThat(stages)
                    .isEqualTo(IntStream.rangeClosed(stages.get(0), stages.get(stages.size() - 1))
                            .boxed()
                            .toList());
        }
    }

    /** No runner does two things at once, nothing starts before what it waits for, and no runner rests without need. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void schedulesAreLegal(long seed) {
        Random random = new Random(seed);
        Plan plan = random(random);
        int runners = 1 + random.nextInt(4);
        Schedule schedule = Schedule.on(runners, plan);
        List<Double> ends = schedule.ends(plan);
        assertThat(schedule.slots()).hasSize(plan.rows());
        assertThat(schedule.runners()).isLessThanOrEqualTo(runners);
        for (Schedule.Slot slot : schedule.slots()) {
            assertThat(slot.end() - slot.start()).isCloseTo(slot.row().known(), ROUNDING);
            plan.jobs().get(slot.job()).needs().forEach(need -> assertThat(slot.start())
                    .isGreaterThanOrEqualTo(ends.get(need)));
            long meanwhile = schedule.slots().stream()
                    .filter(other ->
                            other.runner() == slot.runner() && other.start() < slot.end() && slot.start() < other.end())
                    .count();
            assertThat(meanwhile).isLessThanOrEqualTo(1);
        }
    }

    private static Plan random(Random random) {
        Stages stages = new Stages();
        for (int i = 0; i < 14; i++) {
            List<String> needs = new ArrayList<>();
            for (int need = 0; need < i; need++) {
                if (random.nextInt(4) == 0) {
                    needs.add("j" + need);
                }
            }
            @Nullable Double[] seconds = new @Nullable Double[random.nextInt(4)];
            Arrays.setAll(seconds, row -> 1.0 + random.nextInt(60));
            stages.add("j" + i, needs, job("j" + i, 1, List.of(), seconds).rows(), 0, "");
        }
        return new Plan("ci", "github", stages.jobs());
    }
}
