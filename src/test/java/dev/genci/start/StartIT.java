package dev.genci.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a check of two targets costs, in counts that are the same on every machine: where one grows, every commit of every
 * user becomes slower. A number that must grow is changed here, with the reason in the commit.
 */
class StartIT {
    private static final String JAR = Path.of("target", "gen-ci.jar").toString();
    private static final String SAMPLE = "samples/shieldcraft/";
    private static final String CHECK = "check " + SAMPLE + "sessions.yaml";

    /** Classes that JDK 17 loads from the jar without an archive, by library. */
    private static final Map<String, Integer> LIBRARIES = Map.of(
            "com.fasterxml.", 42,
            "com.networknt.", 139,
            "freemarker.", 313,
            "org.slf4j.", 26,
            "org.snakeyaml.", 107,
            "picocli.", 143);

    /**
     * The most of ours, without the rules: what a rule costs is its own business, and there shall be more of them. Kinds of
     * steps that the sample has not are not among them, see {@code emit.StepFacts}. Five of them are the shapes of what a session may
     * say of its rows and calls, which the virtual machine verifies together with those that every session has. Every session asks
     * {@code Location} where its environments and its noxfile are. How a session stands to the final job is a type of its own.
     * Three are for {@code paths}: the filter of a session, how sessions wait for each other, and what asks whether there is a filter.
     * One is when caches are saved, which decides that for every session. Five decide for every workflow whether jobs share steps that
     * name bash or set up a second interpreter.
     */
    private static final int OURS = 286;

    private static final String OUR = "dev.genci.";
    private static final String RULES = "dev.genci.analysis.rule.";

    private static final Map<String, Integer> ENTERED = Map.ofEntries(
            Map.entry("dev.genci.manifest.SessionsSchema.<init>", 1),
            Map.entry("dev.genci.yaml.YamlReader.read", 1),
            Map.entry("dev.genci.yaml.YamlReader.readShared", 2),
            Map.entry("dev.genci.manifest.SchemaChecker.check", 1),
            Map.entry("dev.genci.manifest.ManifestBinder.bind", 1),
            Map.entry("dev.genci.analysis.rule.Analyzer.analyze", 1),
            Map.entry("dev.genci.lower.Lowering.lower", 2),
            Map.entry("dev.genci.lower.Legalizer.legal", 2),
            Map.entry("dev.genci.workflow.WorkflowReader.read", 2),
            Map.entry("dev.genci.emit.WorkflowWriter.<init>", 1),
            Map.entry("dev.genci.emit.WorkflowWriter.write", 2),
            Map.entry("dev.genci.compiler.ReadBack.check", 2));

    /**
     * What a workflow that is current makes needless, since its text was parsed for its pins; and what makes the equality of
     * a record that does not write it out: Java builds some classes for each.
     */
    private static final List<String> NOT_ENTERED =
            List.of("dev.genci.yaml.YamlReader.readAgain", "java.lang.runtime.ObjectMethods.bootstrap");

    @TempDir
    private Path temp;

    @Test
    void everyStageRunsOnce() throws Exception {
        Debugged.Counts counts = Debugged.run(
                JAR,
                CHECK,
                Stream.concat(ENTERED.keySet().stream(), NOT_ENTERED.stream()).toList());
        Map<String, Integer> expected = new TreeMap<>();
        ENTERED.forEach((method, times) -> expected.put(method.replaceAll(".*\\.(\\w+\\.)", "$1"), times));
        assertThat(counts.entered()).isEqualTo(expected);
        Map<String, Integer> once = new TreeMap<>();
        for (String file : List.of("sessions.yaml", ".github/workflows/ci.yml", ".forgejo/workflows/ci.yml")) {
            once.put(Path.of(SAMPLE + file).toAbsolutePath().toString(), 1);
        }
        Map<String, Integer> opened = new TreeMap<>();
        counts.opened().forEach((path, times) -> {
            if (path.startsWith(Path.of(SAMPLE).toAbsolutePath().toString())) {
                opened.put(path, times);
            }
        });
        assertThat(opened).isEqualTo(once);
    }

    @Test
    void noMoreClassesAreLoadedThanBefore() throws Exception {
        assumeTrue(Runtime.version().feature() == 17, "the numbers are those of JDK 17");
        Path log = temp.resolve("classes");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int exit = new ProcessBuilder(
                        java,
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        JAR,
                        "dev.genci.cli.Main",
                        "check",
                        SAMPLE + "sessions.yaml")
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("out").toFile())
                .start()
                .waitFor();
        assertThat(exit).isZero();
        Map<String, Integer> counts = loaded(log);
        counts.remove(RULES);
        assertThat(counts.remove(OUR)).as("classes of ours").isLessThanOrEqualTo(OURS);
        assertThat(counts).isEqualTo(new TreeMap<>(LIBRARIES));
    }

    /** By library, or by the whole name where there is none that we know. */
    private static Map<String, Integer> loaded(Path log) throws IOException {
        List<String> owners = Stream.concat(Stream.of(RULES, OUR), LIBRARIES.keySet().stream())
                .toList();
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : Files.readAllLines(log)) {
            if (line.endsWith("gen-ci.jar")) {
                String name = line.replaceAll(".*] (\\S+) source: .*", "$1");
                counts.merge(
                        owners.stream().filter(name::startsWith).findFirst().orElse(name), 1, Integer::sum);
            }
        }
        return counts;
    }
}
