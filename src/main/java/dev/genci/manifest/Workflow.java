package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The manifest's settings of the whole workflow.
 *
 * @param id the name of its file, without folder and ending
 * @param runName of its runs; absent for the forge's
 * @param triggers the value of {@code on}, as a mapping; absent for the default
 * @param env of every job
 * @param permissions of every job that checks out; absent for the default
 * @param concurrency a group or a mapping; absent for the default
 * @param concurrencyOff where {@code concurrency: false} was written
 * @param finalJob the job that sums up; absent where {@code final-job: false} was written
 */
public record Workflow(
        Located<String> id,
        Located<String> name,
        @Nullable Located<String> runName,
        @Nullable YamlMapping triggers,
        @Nullable YamlMapping env,
        @Nullable YamlMapping permissions,
        @Nullable YamlNode concurrency,
        @Nullable Place concurrencyOff,
        @Nullable FinalJob finalJob) {
    /** A push to it starts a run if the manifest says nothing about events. */
    public static final String USUAL_BRANCH = "main";

    /** The id of the workflow that the top level is. */
    public static final String TOP = "ci";

    /** Whether the top level is this workflow. */
    public boolean isTop() {
        return id.value().equals(TOP);
    }

    /** The name of the final job; absent where there is none. */
    public @Nullable String finalJobName() {
        return finalJob == null ? null : finalJob.name().value();
    }

    /** The scopes that the permissions allow to write, each as {@code scope: write}. */
    public List<Located<String>> writePermissions() {
        List<Located<String>> found = new ArrayList<>();
        if (permissions != null) {
            permissions.entries().forEach((scope, entry) -> {
                if (entry.value() instanceof YamlScalar access && access.text().equals("write")) {
                    found.add(new Located<>(scope + ": write", entry.key().place()));
                }
            });
        }
        return found;
    }

    /** Whether an event starts it; without {@code on}, each of those that gen-ci asks about does. */
    boolean runsFor(String event) {
        return triggers == null || triggers.entries().containsKey(event);
    }

    /** The event of a workflow that is called by others. */
    public static final String CALL = "workflow_call";

    private static final String DISPATCH = "workflow_dispatch";

    /** The names of the inputs of a manual run, and of those that a caller passes. */
    public List<Located<String>> inputs() {
        return Stream.of(DISPATCH, CALL)
                .flatMap(event -> names(event, "inputs").stream())
                .toList();
    }

    /** The names that must differ in more than case, by what they are names of: an event has a list of each. */
    public List<Map.Entry<String, List<Located<String>>>> namesOfEvents() {
        return List.of(
                Map.entry("inputs", names(DISPATCH, "inputs")),
                Map.entry("inputs", names(CALL, "inputs")),
                Map.entry("secrets", names(CALL, "secrets")),
                Map.entry("outputs", names(CALL, "outputs")));
    }

    private List<Located<String>> names(String event, String key) {
        return Located.keys(fields(event, key));
    }

    private @Nullable YamlMapping fields(String event, String key) {
        return triggers != null
                        && triggers.get(event) instanceof YamlMapping mapping
                        && mapping.get(key) instanceof YamlMapping fields
                ? fields
                : null;
    }

    /** The defaults of inputs that are a choice, by what may be chosen there. */
    public Map<Located<String>, List<String>> choices() {
        Map<Located<String>, List<String>> choices = new LinkedHashMap<>();
        YamlMapping asked = fields(DISPATCH, "inputs");
        if (asked != null) {
            asked.entries().forEach((name, entry) -> {
                if (entry.value() instanceof YamlMapping input
                        && input.get("default") instanceof YamlScalar preset
                        && input.get("options") instanceof YamlSequence options) {
                    choices.put(
                            new Located<>(preset.text(), preset.place()),
                            options.items().stream()
                                    .filter(YamlScalar.class::isInstance)
                                    .map(option -> ((YamlScalar) option).text())
                                    .toList());
                }
            });
        }
        return choices;
    }

    /** The times at which it starts by itself, each as five fields: what the schema refuses is left out. */
    public List<Located<String>> schedules() {
        return ofSchedules("cron").stream()
                .filter(cron -> cron.value().strip().split(" +").length == 5)
                .toList();
    }

    /** The time zones of these. */
    public List<Located<String>> timeZones() {
        return ofSchedules("timezone");
    }

    private List<Located<String>> ofSchedules(String key) {
        return triggers != null && triggers.get("schedule") instanceof YamlSequence times
                ? times.items().stream()
                        .filter(time -> time instanceof YamlMapping)
                        .map(time -> ((YamlMapping) time).get(key))
                        .flatMap(value -> Located.texts(value).stream())
                        .toList()
                : List.of();
    }

    /**
     * A filter of an event.
     *
     * @param key as it is written, such as {@code branches-ignore}
     */
    public record Filter(String key, List<Located<String>> patterns) {}

    /** The filters of its events. */
    public List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        if (triggers != null) {
            triggers.entries().values().forEach(event -> {
                if (event.value() instanceof YamlMapping mapping) {
                    mapping.entries()
                            .forEach((key, filter) -> filters.add(new Filter(key, Located.texts(filter.value()))));
                }
            });
        }
        return filters;
    }

    /** The patterns of the branches for whose events it runs, by event: those that name branches to leave out are not here. */
    public Map<String, List<Located<String>>> branches() {
        Map<String, List<Located<String>>> branches = new LinkedHashMap<>();
        if (triggers != null) {
            triggers.entries().forEach((event, entry) -> {
                if (entry.value() instanceof YamlMapping filters) {
                    branches.put(event, Located.texts(filters.get("branches")));
                }
            });
        }
        return branches;
    }

    /** Where an event is written; {@code null} where it starts no run. */
    public @Nullable Place event(String name) {
        YamlMapping.YamlEntry entry =
                triggers == null ? null : triggers.entries().get(name);
        return entry == null ? null : entry.key().place();
    }

    /** What has to happen to a release to start it; none where anything may. */
    public List<Located<String>> releaseTypes() {
        return triggers != null && triggers.get("release") instanceof YamlMapping release
                ? Located.texts(release.get("types"))
                : List.of();
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
