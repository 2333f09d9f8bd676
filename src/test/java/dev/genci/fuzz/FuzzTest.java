package dev.genci.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.cli.GenCi;
import dev.genci.fuzz.Fault.Kind;
import dev.genci.fuzz.Oracle.Finding;
import dev.genci.fuzz.Oracle.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fuzzer sees what it is there for: gen-ci with a bug put in front of it, one of each kind. */
class FuzzTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String RIGHT = """
            version: 1
            defaults: {ci: true, parallel-safe: true}
            sessions: {tests: {purpose: Run the tests}}
            """;
    private static final String WRONG = RIGHT.replace("purpose", "porpoise");

    @TempDir
    private Path scratch;

    /** A bug: what a run gives instead of what gen-ci gave. */
    private interface Bug {
        GenCi.Result instead(Path folder, GenCi.Result right) throws Exception;
    }

    /** gen-ci, but for the runs whose first argument is this. */
    private static Subject with(String verb, Bug bug) {
        return (folder, args) -> {
            GenCi.Result right = Subject.genCi(folder, args);
            return args.get(0).equals(verb) ? bug.instead(folder, right) : right;
        };
    }

    private Finding look(Subject subject, String manifest) throws Exception {
        return look(subject, manifest, LIMIT);
    }

    private Finding look(Subject subject, String manifest, Duration limit) throws Exception {
        return new Oracle(subject, limit, scratch).look(manifest.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private void sees(Kind kind, Subject subject, String manifest) throws Exception {
        assertThat(look(subject, manifest).fault()).map(Fault::kind).contains(kind);
    }

    @Test
    void aManifestWithoutAFaultHasNone() throws Exception {
        assertThat(look(Subject::genCi, RIGHT).fault()).isEmpty();
        assertThat(look(Subject::genCi, RIGHT).verdict()).isEqualTo(Verdict.COMPILED);
        assertThat(look(Subject::genCi, WRONG).fault()).isEmpty();
        assertThat(look(Subject::genCi, WRONG).verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void anEndAsABugIsSeen() throws Exception {
        for (String verb : List.of("lint", "-w", "check", "table")) {
            Subject five = with(verb, (folder, right) -> new GenCi.Result("", "a bug", 5));
            assertThat(look(five, RIGHT).fault()).as(verb).isPresent();
        }
        sees(Kind.EXIT, with("-w", (folder, right) -> new GenCi.Result("", "a bug", 5)), WRONG);
        sees(
                Kind.EXIT,
                with("lint", (folder, right) -> {
                    throw new IllegalStateException("planted");
                }),
                RIGHT);
    }

    @Test
    void aHangIsSeen() throws Exception {
        Subject hangs = with("-w", (folder, right) -> {
            new CountDownLatch(1).await();
            return right;
        });
        Finding finding = look(hangs, RIGHT, Duration.ofMillis(100));
        assertThat(finding.fault()).map(Fault::kind).contains(Kind.HANG);
    }

    @Test
    void aFileThatIsWrittenInSpiteOfAnErrorIsSeen() throws Exception {
        for (String path : List.of("ci.yml", "sessions.yaml", ".github.tmp", "../beside.yml")) {
            Bug bug = (folder, right) -> {
                Files.writeString(folder.resolve(path), "x");
                return right;
            };
            sees(Kind.WROTE, with("-w", bug), WRONG);
            sees(Kind.WROTE, with("lint", bug), RIGHT);
        }
    }

    @Test
    void aFileThatIsLeftBehindIsSeen() throws Exception {
        sees(
                Kind.WROTE,
                with("-w", (folder, right) -> {
                    Files.writeString(folder.resolve(".github/workflows/.ci.yml.tmp"), "x");
                    return right;
                }),
                RIGHT);
    }

    @Test
    void anErrorThatSaysNothingIsSeen() throws Exception {
        sees(Kind.SILENT, with("-w", (folder, right) -> new GenCi.Result("", "", 2)), WRONG);
        sees(Kind.SILENT, with("lint", (folder, right) -> new GenCi.Result("{\"findings\": []}", "", 2)), WRONG);
        sees(Kind.SILENT, with("lint", (folder, right) -> new GenCi.Result("", "wrong", 2)), WRONG);
    }

    @Test
    void aPlaceThatIsNotInTheManifestIsSeen() throws Exception {
        for (String wrong : List.of("\"line\": 4", "\"line\": 0", "\"column\": 99", "\"column\": 0")) {
            String key = wrong.substring(0, wrong.indexOf(':'));
            Bug bug = (folder, right) -> new GenCi.Result(right.out().replaceAll(key + ": \\d+", wrong), "", 2);
            sees(Kind.PLACE, with("lint", bug), WRONG.stripTrailing());
        }
    }

    private static Subject writing(String text) {
        return with("-w", (folder, right) -> {
            Files.writeString(folder.resolve(".github/workflows/ci.yml"), text);
            return right;
        });
    }

    @Test
    void aTornWorkflowIsSeen() throws Exception {
        sees(Kind.UNREADABLE, writing("jobs: {"), RIGHT);
        sees(Kind.UNREADABLE, writing("name: CI\n"), RIGHT);
    }

    @Test
    void anExpressionInAScriptIsSeen() throws Exception {
        sees(Kind.EXPRESSION, writing("on: push\njobs: {a: {steps: [{run: \"echo ${{ x }}\"}]}}\n"), RIGHT);
    }

    @Test
    void whatCheckWouldNotHaveWrittenIsSeen() throws Exception {
        sees(Kind.DRIFT, writing("on: push\njobs: {a: {steps: []}}\n"), RIGHT);
    }

    @Test
    void whatChangesFromRunToRunIsSeen() throws Exception {
        sees(
                Kind.DIFFERS,
                (folder, args) -> {
                    GenCi.Result right = Subject.genCi(folder, args);
                    Path file = folder.resolve(".github/workflows/ci.yml");
                    if (args.get(0).equals("-w") && folder.toString().contains("second")) {
                        Files.writeString(file, Files.readString(file) + "\n");
                    }
                    return right;
                },
                RIGHT);
        sees(Kind.DIFFERS, with("lint", (folder, right) -> new GenCi.Result("{\"findings\": []}", "", 0)), WRONG);
    }

    /** From the number of a manifest to its smallest form in a file. */
    @Test
    void aFaultIsToldWithItsSeedAndItsSmallestManifest() throws Exception {
        Subject planted = with("lint", (folder, right) -> {
            boolean hit = Files.readString(folder.resolve("sessions.yaml"), StandardCharsets.ISO_8859_1)
                    .contains("purpose");
            return hit ? new GenCi.Result("", "planted", 5) : right;
        });
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Fuzz fuzz = new Fuzz(planted, scratch, Kept.none(), 1, told::add);
        fuzz.run(LIMIT, 3);
        assertThat(told).containsExactlyInAnyOrderElementsOf(fuzz.faults());
        assertThat(fuzz.faults()).isNotEmpty().allMatch(fault -> fault.startsWith("seed "));
        String seed = fuzz.faults().get(0).replaceFirst("(?s)seed (\\d+):.*", "$1");
        assertThat(Files.readString(scratch.resolve(seed + "-small.yaml"))).isEqualTo("purpose");
    }

    @Test
    void theSameNumberGivesTheSameManifest() throws IOException {
        Mutator one = new Mutator(Seeds.ofRepository());
        Mutator other = new Mutator(Seeds.ofRepository());
        for (long seed = 0; seed < 200; seed++) {
            assertThat(one.manifest(seed)).isEqualTo(other.manifest(seed));
            assertThat(one.committed(seed)).isEqualTo(other.committed(seed));
        }
    }

    /** Neither all right nor all wrong, or half of the promises would not be tried. */
    @Test
    void aFewManifestsOfEachKindHaveNoFault() throws Exception {
        Fuzz fuzz = new Fuzz(Subject::genCi, scratch, Kept.none(), 1, fault -> {});
        fuzz.run(Duration.ofSeconds(60), 40);
        assertThat(fuzz.faults()).isEmpty();
        assertThat(fuzz.count(Verdict.COMPILED)).isGreaterThan(2);
        assertThat(fuzz.count(Verdict.REFUSED)).isGreaterThan(5);
    }
}
