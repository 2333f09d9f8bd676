package dev.genci.lower;

import dev.genci.data.Value;
import dev.genci.forge.Forge;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Workflow;
import dev.genci.pipeline.Concurrency;
import dev.genci.yaml.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups the runs of a workflow: those of one pull request together, every other run alone.
 *
 * @param workflow what distinguishes the workflow from the others of the repository. It is the name of its file, as literal text:
 *     {@code github.workflow} is that of the caller where another workflow calls this one, and then both would have one group
 */
record ConcurrencyGroup(String workflow, Forge forge) {
    private static final String PULL_REQUEST = "github.event.pull_request.number";

    static ConcurrencyGroup of(TargetSettings target) {
        String file = target.file().value();
        String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        return new ConcurrencyGroup(name, target.forge());
    }

    /** The manifest's group, else the default. */
    @Nullable Concurrency concurrency(Workflow asked, Value.Fields triggers) {
        if (asked.concurrencyOff() != null) {
            return forge.cancelsOlderPushes() ? concurrency(false, Concurrency.Reason.KEEPS_RUNS) : null;
        }
        if (asked.concurrency() != null) {
            return new Concurrency(Values.of(asked.concurrency()), Concurrency.Reason.ASKED);
        }
        // All calls of one run would share the group, and cancel each other; what they do ends with the run of the
        // caller.
        if (Defaults.isCalled(triggers) && triggers.fields().size() == 1) {
            return null;
        }
        // Where no pull request can start a run there is no number of one, and nothing to cancel.
        return triggers.fields().containsKey("pull_request")
                ? concurrency(true, Concurrency.Reason.CANCELS_SUPERSEDED)
                : concurrency(false, Concurrency.Reason.ALONE);
    }

    private Concurrency concurrency(boolean cancel, Concurrency.Reason reason) {
        Value cancels = cancel ? Value.of("${{ github.event_name == 'pull_request' }}") : Value.of(false);
        Value.Fields fields =
                Value.fields().with("group", Value.of(group(cancel))).with("cancel-in-progress", cancels);
        return new Concurrency(fields, reason);
    }

    private String group(boolean pullRequestsTogether) {
        List<String> identity = forge.runIdentity();
        StringBuilder group = new StringBuilder(workflow);
        for (int i = 0; i < identity.size(); i++) {
            boolean last = i == identity.size() - 1;
            String part = last && pullRequestsTogether ? PULL_REQUEST + " || " + identity.get(i) : identity.get(i);
            group.append("-${{ ").append(part).append(" }}");
        }
        return group.toString();
    }
}
