package dev.genci.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.genci.audit.Audit;
import dev.genci.audit.AuditFix;
import dev.genci.audit.AuditJson;
import dev.genci.audit.AuditText;
import dev.genci.noxfile.NoxListing;
import dev.genci.report.Finding;
import dev.genci.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No workflow may break an audit or its fixes, or keep them busy: a mutated one, a hostile one. */
class AuditFuzzTest {
    private static final int MUTATED = 400;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(JSON.readTree(Files.readString(Path.of("schemas/audit.schema.json"))));

    AuditFuzzTest() throws IOException {}

    private void audit(String text, Map<String, String> files) throws IOException {
        Audit.Source source = new Audit.Source(new SourceFile("ci.yml", text), path -> {
            String other = files.get(path);
            return other == null ? null : new SourceFile(path, other);
        });
        Audit audit = Audit.of(List.of(source), null);
        AuditFix.Fixed fixed = AuditFix.of(source, null);
        assertThat(fixed.text().equals(text)).isEqualTo(fixed.results().stream().noneMatch(AuditFix.Result::fixed));
        assertThat(AuditText.print(audit)).endsWith("\n");
        assertThat(audit.jobs(new NoxListing(List.of()))).hasSameSizeAs(audit.names());
        List<Finding> findings = audit.diagnostics().stream().map(Finding::of).toList();
        assertThat(schema.validate(JSON.readTree(AuditJson.print(audit, findings, SourceFile::name))))
                .isEmpty();
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> samples = Files.walk(Path.of("samples"));
                Stream<Path> cases = Files.walk(Path.of("src/test/cases/audit"))) {
            return Stream.concat(samples, cases)
                    .filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void mutatedWorkflows() throws IOException {
        List<Path> workflows = workflows();
        assertThat(workflows).hasSizeGreaterThan(8);
        Seeds seeds = Seeds.ofRepository();
        for (int seed = 0; seed < MUTATED; seed++) {
            Random random = new Random(seed);
            String text = Files.readString(workflows.get(seed % workflows.size()));
            TextMutations texts = new TextMutations(seeds, random);
            String mutated = random.nextBoolean() ? texts.line(texts.token(text)) : texts.token(text);
            byte[] bytes = mutated.getBytes(StandardCharsets.UTF_8);
            bytes = random.nextBoolean() ? ByteMutations.mutate(bytes, random) : bytes;
            String last = new String(bytes, StandardCharsets.UTF_8);
            assertTimeout(LONGEST, () -> audit(last, Map.of()), "seed " + seed);
        }
    }

    private static String step(String script) {
        return "jobs: {a: {steps: [{run: \""
                + script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}]}}";
    }

    static Stream<String> hostile() {
        String axes = IntStream.range(0, 40)
                .mapToObj(i -> "k" + i + ": [" + "a,".repeat(40) + "b]")
                .collect(Collectors.joining(", "));
        String keys = IntStream.range(0, 50_000).mapToObj(i -> "k" + i + ": a").collect(Collectors.joining(", "));
        String bomb = IntStream.range(1, 12)
                .mapToObj(i -> "b" + i + ": &b" + i + " [" + ("*b" + (i - 1) + ",").repeat(4) + "]\n")
                .collect(Collectors.joining());
        String rows = "strategy: {matrix: {a: [" + "x,".repeat(15) + "y], b: [" + "x,".repeat(15) + "y]}}, ";
        String deep = "(".repeat(20_000);
        return Stream.of(
                "jobs: {a: {strategy: {matrix: {" + axes + "}}, steps: [{run: nox}]}}",
                "jobs: {a: {strategy: {matrix: {" + keys + "}}, steps: [{run: nox}]}}",
                "jobs: {a: {strategy: {matrix: {include: [{" + keys + "}]}}, env: {" + keys
                        + "}, steps: [{run: nox}]}}",
                "b0: &b0 [x]\n" + bomb
                        + "jobs: {a: {strategy: {matrix: {s: *b11}}, steps: [{run: 'nox -s ${{ join(matrix.s) }}'}]}}",
                "jobs: {a: {" + rows + "steps: [" + "{run: 'nox -s $A'},".repeat(3_000) + "]}}",
                "jobs: {a: {" + rows + "steps: [{run: '" + "nox -s a; ".repeat(30_000) + "'}]}}",
                "jobs: {a: {if: '" + deep + "', steps: [{if: '" + deep + "', run: nox}]}}",
                "jobs: {a: {steps: [{run: nox, env: {A: \"${{ " + "format('{0}{0}', ".repeat(40) + "'x'"
                        + ")".repeat(40) + " }}\"}}]}}",
                "jobs: {a: {uses: ./w.yml}, b: {steps: [{uses: ./a}, {uses: ./}]}}",
                "jobs: {a: {" + rows + "uses: ./w.yml}}",
                step("$(".repeat(10_000) + "nox"),
                step("`".repeat(10_001) + "nox"),
                step("${".repeat(100_000)),
                step("${{ ".repeat(100_000)),
                step("\"'".repeat(100_000)),
                step("<<A\n".repeat(20_000)),
                step("A=$A$A$A\n".repeat(2_000) + "nox -s $A"),
                step("for i in " + "a ".repeat(20_000) + "; do nox -s $i; done"),
                step("nox -" + "s".repeat(100_000)),
                step("nox " + "-s a ".repeat(50_000)),
                step("sh -c 'sh -c \"sh -c nox\"'\n".repeat(1_000)),
                step("cd ..\n".repeat(10_000) + "./x.sh"));
    }

    @ParameterizedTest
    @MethodSource
    void hostile(String text) {
        Map<String, String> files = Map.of(
                "w.yml",
                "jobs: {a: {uses: ./w.yml}, b: {uses: ./w.yml}, c: {steps: [{run: nox}, {uses: ./a}]}}",
                "a/action.yml",
                "runs: {steps: [" + "{uses: ./a},".repeat(50) + "{run: x.sh}]}",
                "x.sh",
                "./x.sh\n".repeat(50));
        assertTimeout(LONGEST, () -> audit(text, files));
    }

    /** Each session of tests may be that of any other job. */
    @Test
    void manyMeasuredSessions() {
        String jobs = IntStream.range(0, 300)
                .mapToObj(i -> "j" + i + ": {runs-on: a, strategy: {matrix: {x: [" + "v,".repeat(40)
                        + "]}}, steps: [{run: nox -s tests -- k" + i + " --cov=a}]},")
                .collect(Collectors.joining());
        String sessions = "a: {runs-on: a, steps: [{run: '" + "nox -s cov; ".repeat(10_000) + "'}]}";
        for (String text : List.of(jobs, sessions)) {
            Audit.Source source =
                    new Audit.Source(new SourceFile("ci.yml", "on: push\njobs: {" + text + "}"), path -> null);
            assertTimeout(
                    LONGEST, () -> assertThat(Audit.of(List.of(source), null).diagnostics())
                            .isNotEmpty());
        }
    }
}
