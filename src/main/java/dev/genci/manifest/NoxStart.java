package dev.genci.manifest;

import dev.genci.yaml.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call of nox starts.
 *
 * @param command the words that start the project's own nox; absent for the one on the {@code PATH}
 * @param setup steps that make the project's own nox available
 * @param env variables that only nox gets
 */
public record NoxStart(
        @Nullable Located<String> command,
        List<StepSpec> setup,
        @Nullable YamlMapping env) {
    /** The word that starts an installed nox. */
    public static final String NOX = "nox";

    /** Whether the project brings nox itself: then none is installed, and what it runs on is the project's business. */
    public boolean isOwn() {
        return command != null || !setup.isEmpty();
    }

    /** The words before the options. */
    public String words() {
        return command == null ? NOX : command.value();
    }
}
