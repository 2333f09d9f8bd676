package dev.genci.lower;

import dev.genci.manifest.Manifest;
import dev.genci.pipeline.Value;
import dev.genci.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a workflow says where the manifest says nothing. */
final class Defaults {
    private Defaults() {}

    /** The events; an empty mapping as an event's value is nothing. */
    static Value.Fields triggers(@Nullable YamlMapping asked) {
        if (asked == null) {
            return Value.fields()
                    .with("push", Value.fields().with("branches", Value.items(Value.of("main"))))
                    .with("pull_request", new Value.Nothing())
                    .with("workflow_dispatch", new Value.Nothing());
        }
        Map<String, Value> triggers = new LinkedHashMap<>();
        Values.fields(asked).fields().forEach((event, value) -> {
            boolean empty = value instanceof Value.Fields fields && fields.isEmpty();
            triggers.put(event, empty ? new Value.Nothing() : value);
        });
        return new Value.Fields(triggers);
    }

    /** Whether a tag starts the workflow by name. */
    static boolean runForTags(Value.Fields triggers) {
        return triggers.fields().get("push") instanceof Value.Fields push
                && (push.fields().containsKey("tags") || push.fields().containsKey("tags-ignore"));
    }

    /** A newer push to a pull request cancels the run of the older one; every other run has a group of its own. */
    static @Nullable Value concurrency(Manifest manifest) {
        if (manifest.concurrencyOff() != null) {
            return null;
        }
        if (manifest.concurrency() != null) {
            return Values.of(manifest.concurrency());
        }
        return Value.fields()
                .with("group", Value.of("${{ github.workflow }}-${{ github.event.pull_request.number || github.sha }}"))
                .with("cancel-in-progress", Value.of("${{ github.event_name == 'pull_request' }}"));
    }

    /** What the jobs that check out may do. */
    static Value permissions(Manifest manifest) {
        return manifest.permissions() == null
                ? Value.fields().with("contents", Value.of("read"))
                : Values.of(manifest.permissions());
    }
}
