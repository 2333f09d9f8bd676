package dev.genci.manifest;

import dev.genci.data.InterpreterSource;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry's settings of the jobs that run its calls.
 *
 * @param title what its jobs are called
 * @param sharedJob the id of the job that its rows share with those of others that name the same one
 * @param timeout in minutes
 * @param condition the text of {@code if}
 * @param paths the files of which one must have changed; absent: it runs whatever has changed
 * @param outsideFinal the word that takes it out of what the final job looks at; absent where that looks at it
 * @param permissions merged over those of the workflow; absent where neither says any
 * @param failFast true, or an expression; absent for false
 * @param interpreters how it gets its interpreters; absent for the target's way
 * @param extraPythons interpreters that are set up besides the row's own
 * @param first steps before the check-out
 * @param checkOut absent when nothing is checked out
 * @param shell of its scripts; absent for the runner's
 * @param location of its steps, and of its files
 * @param log what is kept of nox's output; absent for nothing
 * @param cache of the environments that nox makes; absent when nothing is cached
 * @param passed what the job gets as it is written, by key, in the order of {@link SessionKey}
 */
public record JobSettings(
        @Nullable Located<String> title,
        @Nullable Located<String> sharedJob,
        @Nullable YamlMapping env,
        Located<Integer> timeout,
        boolean allowFailure,
        @Nullable Located<String> condition,
        @Nullable PathFilter paths,
        @Nullable Located<Boolean> outsideFinal,
        @Nullable YamlMapping permissions,
        @Nullable YamlNode failFast,
        @Nullable InterpreterSource interpreters,
        List<Located<String>> extraPythons,
        List<StepSpec> first,
        @Nullable CheckOut checkOut,
        List<StepSpec> before,
        List<StepSpec> after,
        Artifacts artifacts,
        @Nullable Located<String> shell,
        Location location,
        @Nullable LogSettings log,
        @Nullable CacheSettings cache,
        Map<String, YamlNode> passed) {

    /** The image in which its steps run; absent where they run on the runner's machine. */
    public @Nullable Located<String> image() {
        return passed.isEmpty() ? null : containers().image();
    }

    /** Those that run it, or beside it. */
    public Containers containers() {
        return new Containers(passed);
    }

    /** Whether its rows leave files or logs. */
    public boolean leavesArtifacts() {
        return log != null || !artifacts.uploads().isEmpty();
    }

    /** Its variables, by name. */
    public Map<Located<String>, Located<String>> values() {
        return Located.entries(env);
    }

    /** The names of its variables. */
    public List<Located<String>> variables() {
        return Located.keys(env);
    }
}
