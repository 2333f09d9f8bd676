package dev.genci.manifest;

import dev.genci.data.ActionName;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step that the manifest brings.
 *
 * @param text the step as written
 * @param uses the action
 */
public record StepSpec(
        YamlMapping text,
        @Nullable Located<String> id,
        @Nullable Located<String> uses) {
    private static final String SETUP_PYTHON = "actions/setup-python";

    /** The steps of a list; a list among them stands for its steps. */
    static List<StepSpec> of(List<YamlNode> items, Set<YamlNode> rejected) {
        return items.stream()
                .flatMap(StepSpec::flattened)
                .filter(item -> !rejected.contains(item))
                .filter(item -> item instanceof YamlMapping)
                .map(item -> {
                    MappingReader step = new MappingReader((YamlMapping) item, rejected);
                    return new StepSpec(step.mapping(), step.text("id"), step.text("uses"));
                })
                .toList();
    }

    /** A step, or those of a list of steps. */
    static Stream<YamlNode> flattened(YamlNode node) {
        return node instanceof YamlSequence list ? list.items().stream().flatMap(StepSpec::flattened) : Stream.of(node);
    }

    /**
     * Whether the step may put another Python first on the {@code PATH}: by an action, or by the file that GitHub and Forgejo
     * read for it. Of GitHub's own actions only setup-python does, and none of docker's.
     */
    public boolean mayHidePython() {
        if (uses == null) {
            return text.get("run") instanceof YamlScalar run
                    && (run.text().contains("GITHUB_PATH") || run.text().contains("GITHUB_ENV"));
        }
        String action = uses.value();
        boolean harmless = action.startsWith("docker") || action.startsWith("actions/") && !action.equals(SETUP_PYTHON);
        return !harmless;
    }

    /** Whether the step may bring the files of the repository: by an action of that name, whoever's it is, or by git. */
    public boolean mayCheckOut() {
        return uses == null
                ? text.get("run") instanceof YamlScalar run && run.text().contains("git ")
                : uses.value().endsWith("/checkout") && !uses.value().startsWith("./");
    }

    /** Whether it is a script that names no shell. */
    public boolean usesShellOfRunner() {
        return text.get("run") != null && text.get("shell") == null;
    }

    /** The shell that it names; absent if it names none, or has a condition, which may name the rows that have it. */
    public @Nullable Located<String> shellOfEveryRow() {
        return text.get("shell") instanceof YamlScalar shell && text.get("if") == null
                ? new Located<>(shell.text(), shell.place())
                : null;
    }

    /** Its variables, by name. */
    public Map<Located<String>, Located<String>> values() {
        return Located.entries(text.get("env"));
    }

    /** The names of its action's inputs. */
    public Set<Located<String>> inputs() {
        return Located.entries(text.get("with")).keySet();
    }

    /** The word that checks out and keeps the credentials; absent where none does. */
    public @Nullable Place keptCredentials() {
        if (uses == null || !ActionName.repository(uses.value()).equals(CheckOut.ACTION)) {
            return null;
        }
        YamlMapping with = text.get("with") instanceof YamlMapping inputs ? inputs : null;
        YamlEntry input = with == null ? null : with.entries().get(CheckOut.KEEPS_CREDENTIALS);
        return CheckOut.isFalse(input) ? null : uses.place();
    }
}
