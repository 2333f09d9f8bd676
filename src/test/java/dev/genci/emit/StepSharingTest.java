package dev.genci.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where aliases stand, and that readers of YAML follow them. */
class StepSharingTest {
    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<List<String>, Integer> lists = new HashMap<>();

    /** A list of steps: each is a letter, and takes as many lines as the digit behind it says. */
    private StepList list(String... texts) {
        List<StepText> own = new ArrayList<>();
        for (String text : texts) {
            int number = steps.computeIfAbsent(text, key -> steps.size());
            String body = "x\n".repeat(text.charAt(1) - '0');
            own.add(new StepText(number, "", body, text));
        }
        return new StepList(lists.computeIfAbsent(List.of(texts), key -> lists.size()), own, "list", List.of());
    }

    /** What stands there, job by job: aliases with a star, anchors with an ampersand. */
    private static List<String> written(List<StepList> jobs) {
        Anchors anchors = new Anchors(new StepSharing(jobs, true));
        List<String> written = new ArrayList<>();
        for (int job = 0; job < jobs.size(); job++) {
            Map<String, Object> facts = anchors.facts(job, jobs.get(job));
            StringBuilder text = new StringBuilder(mark(facts));
            if (facts.get("steps") instanceof List<?> own) {
                own.forEach(step -> text.append(' ').append(mark((Map<?, ?>) step)));
            }
            written.add(text.toString());
        }
        return written;
    }

    private static String mark(Map<?, ?> facts) {
        return facts.containsKey("alias")
                ? "*" + facts.get("alias")
                : facts.containsKey("anchor") ? "&" + facts.get("anchor") : "-";
    }

    private static long aliases(List<StepList> jobs) {
        return String.join("", written(jobs)).chars().filter(c -> c == '*').count();
    }

    @Test
    void listsAreSharedWholeWhereTheyAreTheSame() {
        assertThat(written(List.of(list("a3", "b1"), list("a3", "c1"), list("a3", "b1"))))
                .containsExactly("&list &a3 -", "- *a3 -", "*list");
    }

    @Test
    void aStepThatStandsTwiceInAListIsSharedToo() {
        assertThat(written(List.of(list("a3", "b1", "a3")))).containsExactly("- &a3 - *a3");
    }

    @Test
    void whatComesSecondUnderANameGetsANumber() {
        StepText one = list("a1").steps().get(0);
        StepText other = list("b1").steps().get(0);
        StepText namesake = new StepText(other.number(), "", "y\n", "a1");
        StepList first = new StepList(8, List.of(one, namesake), "a1", List.of());
        StepList second = new StepList(9, List.of(namesake, one), "a1", List.of());
        assertThat(written(List.of(first, second, second))).containsExactly("- &a1 &a1-2", "&a1-3 *a1-2 *a1", "*a1-3");
    }

    /** SnakeYAML takes fifty: those that save most lines. */
    @Test
    void aliasesStandWhereTheySaveMostLines() {
        List<StepList> jobs = new ArrayList<>();
        for (char job = 'A'; job < 'A' + 40; job++) {
            jobs.add(list("a2", "b3", job + "1"));
        }
        List<String> written = written(jobs);
        assertThat(aliases(jobs)).isEqualTo(50);
        assertThat(written.get(0)).isEqualTo("- &a2 &b3 -");
        assertThat(written.get(11)).isEqualTo("- *a2 *b3 -");
        assertThat(written.subList(12, 40)).containsOnly("- - *b3 -");
    }

    @Test
    void listsBeyondFiftyAreWrittenOut() {
        List<StepList> jobs = new ArrayList<>();
        for (int job = 0; job < 30; job++) {
            jobs.add(list("a2"));
            jobs.add(list("b2", "c3"));
        }
        List<String> written = written(jobs);
        assertThat(aliases(jobs)).isEqualTo(50);
        assertThat(written.subList(0, 2)).containsExactly("&list -", "&list-2 - -");
        assertThat(written.subList(42, 44)).containsExactly("*list", "*list-2");
        assertThat(written.subList(44, 46)).containsExactly("- -", "*list-2");
    }

    /** The npm package yaml multiplies: aliases of a list with those of a step in it. */
    @Test
    void aliasesWithinSharedListsAreNoMoreThanReadersMultiply() {
        List<StepList> jobs = new ArrayList<>();
        for (char job = 'A'; job < 'A' + 20; job++) {
            jobs.add(list("a3", job + "1"));
        }
        for (int job = 0; job < 11; job++) {
            jobs.add(list("a3", "z1"));
        }
        List<String> written = written(jobs);
        assertThat(written.subList(21, 31)).containsOnly("*list");
        assertThat(String.join(" ", written).split("\\*a3", -1)).hasSize(11);
    }
}
