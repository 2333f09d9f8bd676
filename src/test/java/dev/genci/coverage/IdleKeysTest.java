package dev.genci.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.fuzz.ManifestText;
import dev.genci.manifest.SessionKey;
import dev.genci.testing.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A key that changes the workflow is not silenced by another one: where both are said and the first changes nothing any more,
 * that is an error or a warning. Tried with those keys that decide what others mean.
 */
class IdleKeysTest {
    /** What decides most: what runs, and where its environment and its interpreter come from. */
    private static final List<Map<String, Object>> DECISIVE = List.of(
            Map.of("run", "./x"),
            Map.of("calls", List.of("lint", Map.of("nox", "x", "posargs", List.of("-q")))),
            Map.of("venv-backend", "none"),
            Map.of("cache", false),
            Map.of("cache", Map.of("mode", "downloads")),
            Map.of("checkout", false),
            Map.of("python", Map.of("file", ".python-version")),
            Map.of("python-setup", "none"),
            Map.of("nox", Map.of("command", "uv run nox", "setup", List.of(Map.of("run", "./x")))),
            Map.of("include", List.of(Map.of("python", "3.14", "os", "macos-15", "allow-failure", true))),
            Map.of("container", "example/image:1"));

    /** Settings that the schema's examples do not show by themselves. */
    private static final List<Map<String, Object>> MORE = List.of(
            Map.of("cache", Map.of("fallback", true)),
            Map.of("cache", Map.of("also", List.of("tools"))),
            Map.of("cache", Map.of("save", "always")),
            Map.of("cache", Map.of("refresh", "never")),
            Map.of("cache", Map.of("path", "x/.nox")),
            Map.of("python", "3.9"),
            Map.of("python", List.of("3.12", "3.13")),
            Map.of("python-by", "force"),
            Map.of("python-setup", "uv"),
            Map.of("log", Map.of("upload", "always")),
            Map.of("artifacts", Map.of("upload", Map.of("path", "a/*"))));

    private static final String FLAGS =
            "{version: 1, targets: {github: g.yml, forgejo: f.yml}, defaults: {ci: true, parallel-safe: true}, ";

    @Test
    void noKeySilencesAnother() throws IOException {
        Map<Map<String, Object>, String> alone = new LinkedHashMap<>();
        candidates().forEach(key -> output(key).ifPresent(text -> alone.put(key, text)));
        String nothing = output(Map.of()).orElseThrow();
        alone.values().removeIf(nothing::equals);
        assertThat(alone.size()).isGreaterThan(50);
        List<String> silenced = new ArrayList<>();
        for (Map<String, Object> decisive : DECISIVE) {
            String without = output(decisive).orElseThrow();
            for (Map<String, Object> key : alone.keySet()) {
                Map<String, Object> both = joined(decisive, key);
                if (!both.equals(decisive)
                        && !both.equals(key)
                        && output(both).filter(without::equals).isPresent()) {
                    silenced.add(key + " beside " + decisive);
                }
            }
        }
        assertThat(silenced).as("make it an error at the key").isEmpty();
    }

    private static List<Map<String, Object>> candidates() throws IOException {
        SchemaKeys schema = new SchemaKeys(Files.readString(Path.of("schemas", "sessions.schema.json")));
        List<Map<String, Object>> all = new ArrayList<>(MORE);
        for (SessionKey key : SessionKey.values()) {
            schema.examples(key.key()).forEach(example -> all.add(Map.of(key.key(), example)));
        }
        return all;
    }

    /** Both, key by key where the language merges; two values of one key are no pair. */
    private static Map<String, Object> joined(Map<String, Object> one, Map<String, Object> two) {
        Map<String, Object> both = new LinkedHashMap<>(one);
        two.forEach((key, value) -> both.merge(key, value, IdleKeysTest::inside));
        return both;
    }

    private static Object inside(Object one, Object two) {
        if (!(one instanceof Map<?, ?> first && two instanceof Map<?, ?> second)
                || first.keySet().stream().anyMatch(second::containsKey)) {
            return one;
        }
        Map<Object, Object> both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }

    /** What comes out, with what lint says; nothing where the manifest is wrong. */
    private static Optional<String> output(Map<String, Object> keys) {
        Map<String, Object> session = new LinkedHashMap<>(Map.of("purpose", "Run the tests"));
        session.putAll(keys);
        String text =
                FLAGS + "sessions: {lint: {purpose: Check the style}, tests: " + ManifestText.flow(session) + "}}";
        List<String> told = Manifests.diagnostics(text);
        if (told.stream().anyMatch(line -> line.contains(" error ["))) {
            return Optional.empty();
        }
        String files = Manifests.files(text).stream()
                .map(file -> file.path() + file.text())
                .collect(Collectors.joining());
        return Optional.of(files
                + told.stream().map(line -> line.substring(line.indexOf(' '))).toList());
    }
}
