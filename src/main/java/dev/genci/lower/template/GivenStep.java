package dev.genci.lower.template;

import dev.genci.data.Value;
import dev.genci.manifest.StepKey;
import dev.genci.manifest.StepSpec;
import dev.genci.pipeline.Step;
import dev.genci.yaml.Values;
import org.jspecify.annotations.Nullable;

/** Makes the steps of the manifest. */
final class GivenStep {
    private GivenStep() {}

    /**
     * A step as it is written. A script that does not say where it runs, and in what, does so where its session says.
     *
     * @param shell of the session; absent for the runner's
     * @param directory relative to the workspace; absent for the workspace itself
     */
    static Step of(StepSpec step, @Nullable String shell, @Nullable String directory) {
        Value.Fields fields = Values.part(step.text());
        if (fields.fields().containsKey(StepKey.RUN.key())) {
            fields = filled(fields, StepKey.SHELL, shell);
            fields = filled(fields, StepKey.WORKING_DIRECTORY, directory);
        }
        return new Step.Custom(fields);
    }

    private static Value.Fields filled(Value.Fields step, StepKey key, @Nullable String value) {
        return value == null || step.fields().containsKey(key.key()) ? step : step.with(key.key(), Value.of(value));
    }
}
