package dev.genci.lower.row;

import dev.genci.data.Value;
import dev.genci.manifest.Runner;

/** Writes runners. */
public final class RunsOn {
    private RunsOn() {}

    /** A runner as the value of {@code runs-on}. */
    public static Value value(Runner runner) {
        Value labels = runner.list()
                ? Value.texts(runner.labels())
                : Value.of(runner.labels().get(0));
        if (runner.group() == null) {
            return labels;
        }
        Value.Fields group = Value.fields().with("group", Value.of(runner.group()));
        return runner.labels().isEmpty() ? group : group.with("labels", labels);
    }
}
