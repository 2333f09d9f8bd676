package dev.genci.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.forge.Feature;
import dev.genci.forge.Forge;
import dev.genci.forge.Forges;
import dev.genci.forge.Support;
import dev.genci.manifest.JobKey;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.StepKey;
import dev.genci.manifest.TargetKey;
import dev.genci.manifest.TopKey;
import dev.genci.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of keys, the schema, docs/manifest.md, the pairs and the oracle know the same keys; a key that one of them
 * lacks is named.
 */
class KeyTableTest {
    private static final Path SCHEMA = Path.of("schemas", "sessions.schema.json");
    private static final Path MANUAL = Path.of("docs", "manifest.md");

    private static Map<String, Object> definition(String name) throws IOException {
        Map<String, Object> root = Yaml.map(Files.readString(SCHEMA));
        return name.isEmpty()
                ? root
                : Yaml.map(Yaml.map(root.get("definitions")).get(name));
    }

    private static List<String> properties(String definition) throws IOException {
        return List.copyOf(Yaml.map(definition(definition).get("properties")).keySet());
    }

    /** The keys in the first column of the tables that follow a heading, up to the next one. */
    private static List<String> documented(String heading) throws IOException {
        String text = Files.readString(MANUAL);
        int start = text.indexOf("\n" + heading + "\n");
        assertThat(start).as("%s has no heading \"%s\"", MANUAL, heading).isPositive();
        String section = text.substring(start + heading.length() + 2);
        section = section.split("\n#{2,3} ", 2)[0];
        List<String> keys = new ArrayList<>();
        for (String row : section.lines().filter(line -> line.startsWith("| `")).toList()) {
            Matcher key = Pattern.compile("`([^`]*)`").matcher(row.split("\\|", -1)[1]);
            while (key.find()) {
                keys.add(key.group(1));
            }
        }
        return keys;
    }

    private static void same(String what, List<String> found, List<String> known) {
        for (String key : known) {
            assertThat(found).as("%s lacks the key \"%s\"", what, key).contains(key);
        }
        for (String key : found) {
            assertThat(known)
                    .as("%s has the key \"%s\", which has no row", what, key)
                    .contains(key);
        }
    }

    private static List<String> sessionKeys() {
        return Arrays.stream(SessionKey.values()).map(SessionKey::key).toList();
    }

    @Test
    void theSchemaHasTheKeysOfASession() throws IOException {
        same("session in " + SCHEMA, properties("session"), sessionKeys());
        same(
                "sessionDefaults in " + SCHEMA,
                properties("sessionDefaults"),
                Arrays.stream(SessionKey.values())
                        .filter(key -> key.meets() != SessionKey.Meets.NO_DEFAULT)
                        .map(SessionKey::key)
                        .toList());
    }

    @Test
    void theSchemaHasTheKeysAroundSessions() throws IOException {
        same(
                "the top of " + SCHEMA,
                properties(""),
                Arrays.stream(TopKey.values()).map(TopKey::key).toList());
        same(
                "step in " + SCHEMA,
                properties("step"),
                Arrays.stream(StepKey.values()).map(StepKey::key).toList());
        for (Object target : Yaml.map(
                        Yaml.map(Yaml.map(definition("").get("properties")).get("targets"))
                                .get("properties"))
                .values()) {
            String name = Yaml.map(target).get("$ref").toString().replaceAll(".*/", "");
            same(
                    name + " in " + SCHEMA,
                    properties(name),
                    Arrays.stream(TargetKey.values()).map(TargetKey::key).toList());
        }
    }

    @Test
    void theSchemaHasTheKeysOfAWorkflow() throws IOException {
        List<String> keys = new ArrayList<>(Arrays.stream(TopKey.values())
                .filter(TopKey::isOfAWorkflow)
                .map(TopKey::key)
                .toList());
        keys.add("targets");
        same("workflow in " + SCHEMA, properties("workflow"), keys);
        same(MANUAL + ", workflows", documented("### workflows"), keys);
    }

    @Test
    void theSchemaHasTheKeysOfAJob() throws IOException {
        List<String> keys = Arrays.stream(JobKey.values()).map(JobKey::key).toList();
        same("writtenJob in " + SCHEMA, properties("writtenJob"), keys);
        same(MANUAL + ", jobs", documented("## jobs"), keys);
    }

    @Test
    void theManualHasEveryKey() throws IOException {
        same(MANUAL + ", A session", documented("## A session"), sessionKeys());
        same(
                MANUAL + ", Top level",
                documented("## Top level"),
                Arrays.stream(TopKey.values()).map(TopKey::key).toList());
        same(
                MANUAL + ", Steps",
                documented("### Steps: before and after"),
                Arrays.stream(StepKey.values()).map(StepKey::key).toList());
        same(
                MANUAL + ", targets",
                documented("### targets"),
                Arrays.stream(TargetKey.values()).map(TargetKey::key).toList());
    }

    @Test
    void theManualSaysHowKeysMeetTheirDefaults() throws IOException {
        same(
                MANUAL + ", defaults",
                documented("## defaults"),
                Arrays.stream(SessionKey.values())
                        .filter(key -> key.meets() == SessionKey.Meets.MERGED
                                || key.meets() == SessionKey.Meets.ADDED
                                || key == SessionKey.OS
                                || key == SessionKey.RUNS_ON
                                || key == SessionKey.PATHS
                                || key == SessionKey.PATHS_IGNORE)
                        .map(SessionKey::key)
                        .toList());
    }

    /** The oracle calls a key of a job that it does not know unasked. */
    /** Schema and manual say which keys have no default. */
    @Test
    void whatHasNoDefaultIsListed() throws IOException {
        Map<String, Object> definitions =
                Yaml.map(Yaml.map(Files.readString(SCHEMA)).get("definitions"));
        Map<String, Object> defaults = Yaml.map(definitions.get("sessionDefaults"));
        List<String> without = new ArrayList<>(
                Yaml.map(Yaml.map(definitions.get("session")).get("properties")).keySet());
        without.removeAll(Yaml.map(defaults.get("properties")).keySet());
        Pattern list = Pattern.compile("(?s)Any key of a session except (.*?)\\. ");
        for (String page :
                List.of(defaults.get("description").toString(), Files.readString(Path.of("docs/manifest.md")))) {
            Matcher said = list.matcher(page);
            assertThat(said.find()).isTrue();
            assertThat(said.group(1).replace("`", "").split(",\\s+|\\s+and\\s+"))
                    .containsExactlyInAnyOrderElementsOf(without);
        }
    }

    @Test
    void theOracleKnowsWhatIsPassedOn() throws IOException {
        Path oracle = Path.of("oracle", "manifest.py");
        Matcher passed = Pattern.compile("(?m)^PASSED = \\((.*?)\\)$").matcher(Files.readString(oracle));
        assertThat(passed.find()).as("%s has no line PASSED", oracle).isTrue();
        List<String> known = Pattern.compile("\"([^\"]*)\"")
                .matcher(passed.group(1))
                .results()
                .map(key -> key.group(1))
                .toList();
        same(
                "PASSED in " + oracle,
                known,
                Arrays.stream(SessionKey.values())
                        .filter(key -> key.goes() == SessionKey.Goes.JOB)
                        .map(SessionKey::key)
                        .toList());
    }

    @Test
    void theOracleKnowsWhatEachForgeIgnores() throws IOException {
        Path oracle = Path.of("oracle", "forges.py");
        for (Forge forge : Forges.ALL) {
            String row = "(?s)\"" + forge.id() + "\": Forge\\(.*?\\bignores=\\((.*?)\\)";
            Matcher ignored = Pattern.compile(row).matcher(Files.readString(oracle));
            assertThat(ignored.find())
                    .as("%s has a row of %s", oracle, forge.id())
                    .isTrue();
            for (SessionKey key : SessionKey.values()) {
                Feature feature = key.goes() == SessionKey.Goes.JOB ? Feature.at("jobs.*." + key.key()) : null;
                if (feature != null) {
                    assertThat(ignored.group(1).contains("\"" + key.key() + "\""))
                            .as("\"%s\" is in ignores of %s in %s", key.key(), forge.id(), oracle)
                            .isEqualTo(forge.support(feature).level() == Support.Level.IGNORED);
                }
            }
        }
    }

    /** A key that is only for the table changes no workflow; {@link KeyCoverageTest} looks at the output of both. */
    @Test
    void whatIsOnlyForTheTableIsShownThere() throws IOException {
        Pairs.all(new SchemaKeys(Files.readString(SCHEMA))).forEach((path, pair) -> {
            String name = path.replaceAll("^(sessions\\.\\*|defaults)\\.", "");
            SessionKey key = name.equals(path) ? null : SessionKey.of(name.replaceAll("\\..*", ""));
            if (key != null) {
                assertThat(pair.output() == Pairs.Output.TABLE)
                        .as("the pair of \"%s\" shows it in the table alone", path)
                        .isEqualTo(key.goes() == SessionKey.Goes.TABLE);
            }
        });
    }
}
