package dev.genci.lower;

import dev.genci.data.Value;
import dev.genci.forge.Feature;
import dev.genci.forge.Forge;
import dev.genci.lower.template.Saving;
import dev.genci.manifest.Located;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.Workflow;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Unless;
import dev.genci.yaml.Values;
import dev.genci.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The defaults of a workflow. */
final class Defaults {
    private Defaults() {}

    /** The events; an empty mapping as an event's value is nothing. */
    static Value.Fields triggers(@Nullable YamlMapping asked) {
        if (asked == null) {
            return Value.fields()
                    .with("push", Value.fields().with("branches", Value.items(Value.of(Workflow.USUAL_BRANCH))))
                    .with("pull_request", new Value.Nothing())
                    .with("workflow_dispatch", new Value.Nothing());
        }
        Map<String, Value> triggers = new LinkedHashMap<>();
        Values.fields(asked).fields().forEach((event, value) -> triggers.put(event, filters(value)));
        return new Value.Fields(triggers);
    }

    /** An event's filters; a single text becomes a list, which every reader of workflows accepts. */
    private static Value filters(Value value) {
        if (!(value instanceof Value.Fields fields)) {
            return value;
        }
        if (fields.isEmpty()) {
            return new Value.Nothing();
        }
        Map<String, Value> filters = new LinkedHashMap<>();
        fields.fields()
                .forEach((name, filter) ->
                        filters.put(name, filter instanceof Value.Text ? Value.items(filter) : filter));
        return new Value.Fields(filters);
    }

    /** When the runs of a workflow save their caches. */
    static Saving saving(Value.Fields triggers, Forge forge) {
        return new Saving(unsaved(triggers, forge), !neverSaves(triggers, forge));
    }

    /**
     * The events in whose runs no cache is saved: what may be published, and what may be another's code although the run
     * saves where the default branch finds it. Any of these may have started the run of a caller.
     */
    private static Set<Unless> unsaved(Value.Fields triggers, Forge forge) {
        Set<Unless> unsaved = new LinkedHashSet<>();
        if (isCalled(triggers) || publishes(triggers)) {
            unsaved.add(Unless.TAG);
        }
        if (sends(forge, Feature.WORKFLOW_RUN, triggers)) {
            unsaved.add(Unless.WORKFLOW_RUN);
        }
        if (sends(forge, Feature.REPOSITORY_DISPATCH, triggers)) {
            unsaved.add(Unless.REPOSITORY_DISPATCH);
        }
        return unsaved;
    }

    /** Whether no run of the workflow may save: then no step for that is needed. */
    private static boolean neverSaves(Value.Fields triggers, Forge forge) {
        return triggers.fields().entrySet().stream()
                .allMatch(event -> event.getKey().equals("release")
                        || isOfTags(event)
                        || Stream.of(Feature.WORKFLOW_RUN, Feature.REPOSITORY_DISPATCH)
                                .anyMatch(
                                        other -> event.getKey().equals(name(other)) && sends(forge, other, triggers)));
    }

    /** Whether an event is a push of tags, and of nothing else. */
    private static boolean isOfTags(Map.Entry<String, Value> event) {
        return event.getKey().equals("push")
                && event.getValue() instanceof Value.Fields push
                && !push.fields().isEmpty()
                && Set.of("tags", "tags-ignore").containsAll(push.fields().keySet());
    }

    private static String name(Feature event) {
        return event.path().substring("on.".length());
    }

    /** Whether runs begin at a set time, in which everything is built anew. */
    static boolean isScheduled(Value.Fields triggers) {
        return isCalled(triggers) || triggers.fields().containsKey("schedule");
    }

    /** Whether others call the workflow: then it has the event of their run. */
    static boolean isCalled(Value.Fields triggers) {
        return triggers.fields().containsKey(Workflow.CALL);
    }

    private static boolean sends(Forge forge, Feature event, Value.Fields triggers) {
        return (isCalled(triggers) || triggers.fields().containsKey(name(event)))
                && forge.support(event).isWritten();
    }

    /**
     * Whether what the workflow builds may be published: a release or a tag starts it, or a branch for releases. Then nothing is
     * saved on tags, and zizmor (cache-poisoning) requires a separate step for saving.
     */
    private static boolean publishes(Value.Fields triggers) {
        if (triggers.fields().containsKey("release")) {
            return true;
        }
        if (!(triggers.fields().get("push") instanceof Value.Fields push)) {
            return false;
        }
        return push.fields().containsKey("tags")
                || push.fields().containsKey("tags-ignore")
                || texts(push.fields().get("branches")).anyMatch(branch -> branch.startsWith("release"));
    }

    private static Stream<String> texts(@Nullable Value value) {
        return value instanceof Value.Items items
                ? items.items().stream().map(item -> ((Value.Text) item).text())
                : Stream.empty();
    }

    /** What jobs may do, where they say nothing themselves. */
    static Value.Fields permissions(Workflow workflow) {
        return workflow.permissions() == null
                ? Value.fields().with("contents", Value.of("read"))
                : Values.fields(workflow.permissions());
    }

    /** The jobs, which say what they may do where the workflow says something else. */
    static List<Job> withoutSame(List<Job> jobs, Value.Fields permissions) {
        String key = SessionKey.PERMISSIONS.key();
        return jobs.stream()
                .map(job -> permissions.equals(job.fields().fields().get(key)) ? job.without(key) : job)
                .toList();
    }

    /** The name of a run, where the manifest gives it one. */
    static @Nullable Value runName(Workflow workflow) {
        Located<String> name = workflow.runName();
        return name == null ? null : Value.of(name.value());
    }

    /** What the workflow may do: what its jobs may, unless that is to write, which only the jobs say that do it. */
    static Value.Fields ofWorkflow(Value.Fields permissions) {
        boolean writes = permissions.fields().containsValue(Value.of("write"));
        return writes ? Value.fields() : permissions;
    }
}
