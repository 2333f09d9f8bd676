package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genci.compiler.Compiler;
import dev.genci.compiler.PinPolicy;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.forge.Forges;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TargetSettings;
import dev.genci.report.TextReport;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import dev.genci.yaml.OtherReader;
import dev.genci.yaml.Values;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Manifests that are right: {@code sessions.yaml} gives the workflows below {@code expected/}, of both forges unless it
 * names its targets, and warnings and notes in {@code expected.txt}, if there are any.
 */
class OkCasesTest {

    @TestFactory
    Stream<DynamicTest> ok() {
        return Case.tests("ok", OkCasesTest::compile);
    }

    private static Map<String, String> compile(Case golden) throws Exception {
        Path manifest = golden.folder().resolve("sessions.yaml");
        SourceFile source = new SourceFile("sessions.yaml", Files.readString(manifest));
        Outcome<List<EmittedFile>> outcome = new Compiler()
                .compile(source, new CommittedFiles(Project.of(manifest)), choice(source), PinPolicy.KEEP);
        String report = new TextReport(false).print(Diagnostic.sorted(outcome.diagnostics()));
        assertThat(outcome.value()).as(report).isNotNull();
        Map<String, String> actual = new TreeMap<>();
        if (!report.isEmpty()) {
            actual.put("expected.txt", report);
        }
        for (EmittedFile file : outcome.value()) {
            checkWithAnotherReader(file);
            actual.put("expected/" + file.path(), file.text());
        }
        return actual;
    }

    private static Function<Manifest, List<TargetSettings>> choice(SourceFile source) {
        boolean named = source.text().lines().anyMatch(line -> line.startsWith("targets:"));
        return named
                ? Manifest::targets
                : manifest -> Forges.ids().stream().map(manifest::target).toList();
    }

    /** The compiler reads its text back with its own reader; here is one that was written by others. */
    private static void checkWithAnotherReader(EmittedFile file) {
        ObjectNode read = (ObjectNode) OtherReader.read(file.text());
        YamlNode own = Objects.requireNonNull(YamlReader.readAgain(new SourceFile(file.path(), file.text()))
                        .value())
                .root();
        // The other reader takes an alias for its name; ours gives what it stands for: the very same list.
        ObjectNode jobs = (ObjectNode) read.get("jobs");
        IdentityHashMap<YamlNode, JsonNode> lists = new IdentityHashMap<>();
        ((YamlMapping) field(own, "jobs")).entries().forEach((id, job) -> {
            ObjectNode other = (ObjectNode) jobs.get(id);
            JsonNode steps = lists.computeIfAbsent(field(job.value(), "steps"), list -> other.get("steps"));
            other.set("steps", steps);
        });
        assertThat((JsonNode) read).isEqualTo(Json.of(Values.of(own)));
    }

    private static YamlNode field(YamlNode node, String key) {
        return Objects.requireNonNull(((YamlMapping) node).entries().get(key)).value();
    }
}
