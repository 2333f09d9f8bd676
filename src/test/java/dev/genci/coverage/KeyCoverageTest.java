package dev.genci.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.report.TextReport;
import dev.genci.source.SourceFile;
import dev.genci.table.SessionTable;
import dev.genci.testing.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** No key of the schema is without effect: for each there are two manifests that differ in it and in what comes out. */
@TestInstance(Lifecycle.PER_CLASS)
class KeyCoverageTest {
    private static final Compiler COMPILER = new Compiler();

    private final SchemaKeys keys;
    private final Map<String, Pairs.Pair> pairs;

    KeyCoverageTest() throws IOException {
        keys = new SchemaKeys(Files.readString(Path.of("schemas", "sessions.schema.json")));
        pairs = Pairs.all(keys);
    }

    @Test
    void everyKeyHasAPair() {
        Set<String> leaves = new TreeSet<>(keys.leaves());
        assertThat(leaves).hasSizeGreaterThan(150);
        Set<String> shown = pairs.keySet();
        for (String key : leaves) {
            assertThat(shown.contains(key))
                    .as("no pair shows \"%s\": give it an example in the schema, or write a pair in Pairs", key)
                    .isTrue();
        }
        for (String key : shown) {
            assertThat(leaves.contains(key))
                    .as("a pair for \"%s\", which the schema does not know", key)
                    .isTrue();
        }
    }

    @Test
    void everyPairDiffersInItsKeyAlone() {
        pairs.forEach((key, pair) -> assertThat(keys.differences(pair.before(), pair.after()))
                .as(pair.after())
                .containsExactly(key));
    }

    @Test
    void everyKeyHasAnEffect() {
        pairs.forEach((key, pair) -> {
            boolean same = output(pair.before(), pair.output()).equals(output(pair.after(), pair.output()));
            assertThat(same).as("%s has no effect in%n%s", key, pair.after()).isFalse();
        });
    }

    private static String output(String manifest, Pairs.Output output) {
        SourceFile source = new SourceFile("sessions.yaml", manifest);
        return switch (output) {
            case WORKFLOW ->
                Manifests.files(manifest).stream()
                        .map(file -> file.path() + "\n" + file.text())
                        .collect(Collectors.joining());
            case TABLE -> {
                Manifest bound = manifest(source);
                yield SessionTable.markdown(bound, SessionTable.columns(), null);
            }
            case PINS -> Boolean.toString(manifest(source).strictPins());
            case LINT -> new TextReport(false).print(COMPILER.analyze(source).diagnostics());
        };
    }

    private static Manifest manifest(SourceFile source) {
        Outcome<List<dev.genci.analysis.Analysis>> analysis = COMPILER.analyze(source);
        assertThat(analysis.hasErrors()).isFalse();
        return analysis.value().get(0).manifest();
    }

    /** What documentation keys say never changes a workflow. */
    @Test
    void documentationIsOnlyDocumentation() {
        pairs.forEach((key, pair) -> {
            if (pair.output() == Pairs.Output.TABLE) {
                assertThat(texts(pair.after())).as(key).isEqualTo(texts(pair.before()));
            }
        });
    }

    private static List<String> texts(String manifest) {
        return Manifests.files(manifest).stream().map(EmittedFile::text).toList();
    }
}
