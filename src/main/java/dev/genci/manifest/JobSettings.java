package dev.genci.manifest;

import dev.genci.data.InterpreterSource;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
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
        YamlNode container = passed.get(SessionKey.CONTAINER.key());
        YamlNode image = container instanceof YamlMapping fields ? fields.get("image") : container;
        return image instanceof YamlScalar text ? new Located<>(text.text(), text.place()) : null;
    }

    /** Whether its rows leave files or logs. */
    public boolean leavesArtifacts() {
        return log != null || !artifacts.uploads().isEmpty();
    }

    /** The services beside its steps, by name. */
    public List<Located<String>> services() {
        return passed.get(SessionKey.SERVICES.key()) instanceof YamlMapping all ? Located.keys(all) : List.of();
    }

    /** Those of them that publish no port. */
    public List<Located<String>> servicesWithoutPorts() {
        YamlNode all = passed.get(SessionKey.SERVICES.key());
        return services().stream()
                .filter(name -> all instanceof YamlMapping services
                        && services.get(name.value()) instanceof YamlMapping service
                        && service.get("ports") == null)
                .toList();
    }

    /** The names of the variables of its container, and of each service. */
    public List<List<Located<String>>> variablesOfContainers() {
        List<YamlNode> containers = new ArrayList<>();
        if (passed.get(SessionKey.CONTAINER.key()) instanceof YamlMapping container) {
            containers.add(container);
        }
        if (passed.get(SessionKey.SERVICES.key()) instanceof YamlMapping services) {
            services.entries().values().forEach(entry -> containers.add(entry.value()));
        }
        return containers.stream()
                .map(each -> each instanceof YamlMapping fields && fields.get("env") instanceof YamlMapping env
                        ? Located.keys(env)
                        : List.<Located<String>>of())
                .toList();
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
