package dev.genci.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The random manifests have everything in them that the properties are about. */
class ManifestGeneratorTest {
    @Test
    void aSeedGivesOneText() {
        assertThat(ManifestGenerator.manifest(7)).isEqualTo(ManifestGenerator.manifest(7));
        assertThat(ManifestGenerator.manifest(7)).isNotEqualTo(ManifestGenerator.manifest(8));
    }

    @Test
    void everyFeatureOccurs() {
        Set<String> keys = new TreeSet<>();
        Set<String> features = new TreeSet<>();
        for (Sample sample : Samples.all()) {
            Map<String, Object> root = Yaml.map(sample.manifest());
            root.keySet().forEach(key -> keys.add(key));
            Yaml.map(root.get("defaults")).keySet().forEach(key -> keys.add("defaults." + key));
            Yaml.map(root.get("sessions"))
                    .values()
                    .forEach(session -> keys.addAll(Yaml.map(session).keySet()));
            note(sample, features);
        }
        assertThat(keys)
                .contains("name", "on", "env", "permissions", "concurrency", "cache", "nox", "pins", "final-job")
                .contains("needs", "members", "helper", "tags", "python", "python-by", "parametrize", "runs-on", "os")
                .contains("posargs", "run", "if", "timeout-minutes", "allow-failure", "venv-backend", "before", "after")
                .contains(
                        "duration",
                        "ci",
                        "parallel-safe",
                        "defaults.run",
                        "defaults.if",
                        "defaults.os",
                        "defaults.env");
        assertThat(features)
                .containsExactly(
                        "a chain", "a meta inside a meta", "a shared job", "left out", "matrix axes", "matrix rows");
    }

    private static void note(Sample sample, Set<String> features) {
        Spec spec = sample.spec();
        long unsafe = spec.rows().keySet().stream()
                .filter(session -> !spec.isSafe(session))
                .count();
        boolean nested = spec.entries().values().stream()
                .flatMap(entry -> Yaml.texts(entry.fields().get("members")).stream())
                .anyMatch(member -> spec.entries().containsKey(member)
                        && spec.entries().get(member).kind() == Spec.Kind.META);
        boolean leftOut = spec.entries().values().stream()
                .anyMatch(entry -> entry.runs() && !spec.rows().containsKey(entry.name()));
        List<String> matrices = sample.workflow().jobs().values().stream()
                .map(job -> Yaml.map(Yaml.map(job.fields().get("strategy")).get("matrix")))
                .filter(matrix -> !matrix.isEmpty())
                .map(matrix -> matrix.containsKey("include") ? "matrix rows" : "matrix axes")
                .toList();
        features.addAll(matrices);
        Map<String, String> jobs = sample.workflow().jobOfRow();
        long used =
                spec.sessionOfRow().keySet().stream().map(jobs::get).distinct().count();
        note(unsafe > 1, "a chain", features);
        note(nested, "a meta inside a meta", features);
        note(leftOut, "left out", features);
        note(used < spec.rows().size(), "a shared job", features);
    }

    private static void note(boolean there, String feature, Set<String> features) {
        if (there) {
            features.add(feature);
        }
    }
}
