package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genci.compiler.Compiler;
import dev.genci.compiler.PinPolicy;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.forge.Forge;
import dev.genci.forge.Forges;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TargetSettings;
import dev.genci.report.TextReport;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.testing.Alike;
import dev.genci.testing.OtherForge;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import dev.genci.yaml.OtherReader;
import dev.genci.yaml.Values;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlSequence;
import java.io.IOException;
import java.nio.file.Files;
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
 * Manifests that are right: {@code sessions.yaml} gives the workflows below {@code expected/}, and warnings and notes in
 * {@code expected.txt}, if there are any. They are those of the targets that it names, else of every forge: a forge that
 * says the same as another one must give the same text, and has no file of its own.
 */
class OkCasesTest {
    /** Its name and its folder are all that tells it from Forgejo. */
    private static final Forge NOBODYS = new OtherForge("nobodys", Forges.of("forgejo"), Map.of());

    private static final List<Forge> OF_THEIR_KIND = Forges.ALL.stream()
            .filter(forge -> Alike.first(forge, Forges.ALL).equals(forge))
            .toList();
    private static final List<Forge> LIKE_ANOTHER = Stream.concat(Forges.ALL.stream(), Stream.of(NOBODYS))
            .filter(forge -> !OF_THEIR_KIND.contains(forge))
            .toList();

    @TestFactory
    Stream<DynamicTest> ok() {
        return Case.tests("ok", OkCasesTest::compile);
    }

    private static Map<String, String> compile(Case golden) throws Exception {
        SourceFile source =
                new SourceFile("sessions.yaml", Files.readString(golden.folder().resolve("sessions.yaml")));
        boolean named = source.text().lines().anyMatch(line -> line.startsWith("targets:"));
        Outcome<List<EmittedFile>> outcome =
                compile(golden, source, named ? Manifest::targets : manifest -> targets(manifest, OF_THEIR_KIND));
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
        for (Forge forge : named ? List.<Forge>of() : LIKE_ANOTHER) {
            Forge first = Alike.first(forge, Forges.ALL);
            String text = Objects.requireNonNull(compile(golden, source, manifest -> targets(manifest, List.of(forge)))
                            .value())
                    .get(0)
                    .text();
            SameText.check(
                    "the workflows of " + golden.name() + " for " + first.id() + " and " + forge.id(),
                    Objects.requireNonNull(actual.get("expected/" + first.file()), first.id()),
                    text.replace(forge.file(), first.file()));
        }
        return actual;
    }

    private static Outcome<List<EmittedFile>> compile(
            Case golden, SourceFile source, Function<Manifest, List<TargetSettings>> targets) throws IOException {
        Project project = Project.of(golden.folder().resolve("sessions.yaml"));
        return new Compiler().compile(source, new CommittedFiles(project), targets, PinPolicy.KEEP);
    }

    private static List<TargetSettings> targets(Manifest manifest, List<Forge> forges) {
        return forges.stream()
                .map(forge -> TargetSettings.defaults(forge, Place.start(manifest.file())))
                .toList();
    }

    /** The compiler reads its text back with its own reader; here is one that was written by others. */
    private static void checkWithAnotherReader(EmittedFile file) {
        ObjectNode read = (ObjectNode) OtherReader.read(file.text());
        YamlNode own = Objects.requireNonNull(YamlReader.readAgain(new SourceFile(file.path(), file.text()))
                        .value())
                .root();
        // The other reader takes an alias for its name; ours gives what it stands for: the very same list or step.
        ObjectNode jobs = (ObjectNode) read.get("jobs");
        IdentityHashMap<YamlNode, JsonNode> first = new IdentityHashMap<>();
        ((YamlMapping) field(own, "jobs")).entries().forEach((id, job) -> {
            ObjectNode other = (ObjectNode) jobs.get(id);
            if (!other.has("steps")) {
                return; // it calls a workflow
            }
            YamlSequence steps = (YamlSequence) field(job.value(), "steps");
            if (!first.containsKey(steps)) {
                ArrayNode written = (ArrayNode) other.get("steps");
                for (int i = 0; i < steps.items().size(); i++) {
                    JsonNode step = written.get(i);
                    written.set(i, first.computeIfAbsent(steps.items().get(i), alias -> step));
                }
                first.put(steps, written);
            }
            other.set("steps", first.get(steps));
        });
        assertThat((JsonNode) read).isEqualTo(Json.of(Values.of(own)));
    }

    private static YamlNode field(YamlNode node, String key) {
        return Objects.requireNonNull(((YamlMapping) node).entries().get(key)).value();
    }
}
