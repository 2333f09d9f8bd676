package dev.genci.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genci.emit.EmittedFile;
import dev.genci.pipeline.Value;
import dev.genci.simulation.Workflow;
import dev.genci.source.SourceFile;
import dev.genci.yaml.OtherReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every text that is written, whatever the manifest. */
class EmittedTextPropertyTest {

    private static void forAll(Consumer<Sample> property) {
        Samples.all().forEach(sample -> sample.check(() -> property.accept(sample)));
    }

    @Test
    void theSameManifestGivesTheSameBytesInAnotherLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            sameTexts(manifest -> manifest);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theSameManifestGivesTheSameBytesWithOtherLineEnds() {
        sameTexts(manifest -> manifest.replace("\n", "\r\n"));
    }

    /** Compiles every third manifest once more, changed. */
    private static void sameTexts(UnaryOperator<String> change) {
        Map<String, List<EmittedFile>> again = new LinkedHashMap<>();
        forAll(sample -> {
            if (sample.manifest().hashCode() % 3 != 0) {
                return;
            }
            List<EmittedFile> files = again.computeIfAbsent(
                    sample.origin(),
                    origin -> Sample.compile(new SourceFile("sessions.yaml", change.apply(sample.manifest()))));
            assertThat(files).map(EmittedFile::text).contains(sample.file().text());
        });
    }

    /** Jackson gives an alias as the text of its name; the steps of the job that has the anchor stand for it. */
    @Test
    void anotherReaderReadsWhatWasMeant() {
        forAll(sample -> {
            JsonNode read = OtherReader.read(sample.file().text());
            Map<String, JsonNode> anchors = new LinkedHashMap<>();
            sample.file().tree().jobs().forEach(job -> {
                if (job.anchor() != null && !job.alias()) {
                    anchors.put(job.anchor(), read.get("jobs").get(job.id()).get("steps"));
                }
            });
            assertThat(values(read, anchors))
                    .isEqualTo(values(sample.file().tree().root()));
        });
    }

    private static Object values(JsonNode node, Map<String, JsonNode> anchors) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> {
                boolean alias =
                        field.getKey().equals("steps") && field.getValue().isTextual();
                JsonNode value = alias ? anchors.get(field.getValue().textValue()) : field.getValue();
                fields.put(field.getKey(), values(value, anchors));
            });
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(item -> values(item, anchors)).toList();
        }
        return node.isNull() || node.isTextual() && node.textValue().isEmpty()
                ? ""
                : node.isTextual() ? node.textValue() : node;
    }

    private static Object values(Value value) {
        if (value instanceof Value.Fields fields) {
            Map<String, Object> all = new LinkedHashMap<>();
            fields.fields().forEach((key, field) -> all.put(key, values(field)));
            return all;
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().map(EmittedTextPropertyTest::values).toList();
        }
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Numeral number) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(number.text()));
        }
        return value instanceof Value.Flag flag ? JsonNodeFactory.instance.booleanNode(flag.value()) : "";
    }

    @Test
    void scriptsHoldNoExpressions() {
        forAll(sample -> sample.workflow().jobs().values().forEach(job -> job.steps()
                .forEach(step -> assertThat(String.valueOf(step.get("run"))).doesNotContain("${{"))));
    }

    @Test
    void everyNoxJobWithACacheRestoresItBeforeNox() {
        forAll(sample -> {
            Map<String, String> sessionOfRow = sample.spec().sessionOfRow();
            for (Workflow.Job job : sample.workflow().jobs().values()) {
                String session = sessionOfRow.get(job.rows().get(0).name());
                if (session != null) {
                    Spec.Entry entry = sample.spec().entries().get(session);
                    checkCache(job, sample.spec().cache(entry));
                }
            }
        });
    }

    private static void checkCache(Workflow.Job job, Object cache) {
        List<Integer> restores = positions(job, "actions/cache@", "actions/cache/restore@");
        if (Boolean.FALSE.equals(cache)) {
            assertThat(restores).isEmpty();
            return;
        }
        assertThat(restores).hasSize(1);
        int at = restores.get(0);
        Map<String, Object> settings = Yaml.map(cache);
        Map<String, Object> with = Yaml.map(job.steps().get(at).get("with"));
        String key = with.get("key").toString();
        assertThat(key)
                .startsWith("nox-" + settings.get("epoch") + "-${{ runner.os }}-")
                .contains("-${{ runner.arch }}-")
                .contains("-${{ steps.environment.outputs.interpreter }}-")
                .containsPattern("-\\$\\{\\{ steps\\.environment\\.outputs\\.session }}[-|]\\$\\{\\{ hashFiles\\(")
                .endsWith(") }}")
                .doesNotContain("\n");
        Object refresh = settings.get("refresh");
        assertThat(key.contains("outputs.week")).isEqualTo(refresh.equals("weekly"));
        assertThat(key.contains("outputs.day")).isEqualTo(refresh.equals("daily"));
        for (String pattern : Yaml.texts(settings.get("hash"))) {
            assertThat(key).contains("'" + pattern.replace("'", "''") + "'");
        }
        assertThat(with.containsKey("restore-keys")).isEqualTo(settings.get("fallback"));
        assertThat(with.get("path").toString())
                .isEqualTo("${{ github.workspace }}/"
                        + settings.get("path").toString().replaceFirst("^\\./", ""));
        assertThat(job.steps().get(at).get("if").toString())
                .contains("hashFiles(")
                .contains("!= ''");
        int describes = position(job, "environment");
        int runs = nox(job);
        assertThat(describes).isLessThan(at);
        assertThat(at).isLessThan(runs);
        List<Integer> saves = positions(job, "actions/cache/save@");
        assertThat(saves.size())
                .isEqualTo(positions(job, "actions/cache/restore@").size());
        assertThat(saves).allMatch(save -> save > runs);
        if (key.contains("env.NOX_IMAGE")) {
            job.rows().forEach(row -> assertThat(row.env().get("NOX_IMAGE").toString())
                    .as("a word for %s", row.runsOn())
                    .isNotEmpty()
                    .doesNotContain("[", "{", ","));
        }
    }

    private static List<Integer> positions(Workflow.Job job, String... actions) {
        return IntStream.range(0, job.steps().size())
                .filter(i -> List.of(actions).stream()
                        .anyMatch(action ->
                                String.valueOf(job.steps().get(i).get("uses")).contains(action)))
                .boxed()
                .toList();
    }

    private static int position(Workflow.Job job, String id) {
        return IntStream.range(0, job.steps().size())
                .filter(i -> id.equals(job.steps().get(i).get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static int nox(Workflow.Job job) {
        return IntStream.range(0, job.steps().size())
                .filter(i -> String.valueOf(job.steps().get(i).get("run")).contains("nox --reuse-venv=yes"))
                .findFirst()
                .orElseThrow();
    }

    /** Rows of one key would overwrite each other's environments: what the key says differs wherever they differ. */
    @Test
    void rowsOnDifferentRunnersHaveDifferentKeys() {
        forAll(sample -> {
            Map<String, Object> runners = new LinkedHashMap<>();
            for (Workflow.Job job : sample.workflow().jobs().values()) {
                for (int at : positions(job, "actions/cache@", "actions/cache/restore@")) {
                    String key =
                            Yaml.map(job.steps().get(at).get("with")).get("key").toString();
                    for (Workflow.Row row : job.rows()) {
                        Object image = row.env().getOrDefault("NOX_IMAGE", "");
                        String whole = key.replace("${{ env.NOX_IMAGE }}", image.toString());
                        Object other = runners.putIfAbsent(
                                whole + row.env().get("NOX_PYTHON") + row.env().get("NOX_SESSION"), row.runsOn());
                        assertThat(other == null || other.equals(row.runsOn()))
                                .as("%s on %s and %s", whole, other, row.runsOn())
                                .isTrue();
                    }
                }
            }
        });
    }
}
