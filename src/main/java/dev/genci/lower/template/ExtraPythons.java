package dev.genci.lower.template;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Value;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.pipeline.Step;
import java.util.List;

/** Makes the step that sets up interpreters besides the row's own, which stays the first on the {@code PATH}. */
final class ExtraPythons {
    /** The name of the step, by which it is known. */
    static final String NAME = "Set up other Pythons";

    private ExtraPythons() {}

    /**
     * The steps that set up all: what comes last stands first on the {@code PATH}, and uv puts none there.
     *
     * @param own sets up the row's own
     * @param bash whether that shell must be named
     */
    static List<Step> with(Step own, List<Located<String>> pythons, InterpreterSource source, boolean bash) {
        return switch (source) {
            case SETUP_PYTHON -> List.of(step(pythons, source, bash), own);
            case UV -> List.of(own, step(pythons, source, bash));
            case SYSTEM, NONE -> List.of(own);
        };
    }

    private static Step step(List<Located<String>> pythons, InterpreterSource source, boolean bash) {
        boolean uv = source == InterpreterSource.UV;
        List<String> versions = pythons.stream()
                .map(python -> Invocation.release(python.value()))
                .map(python -> uv && python.equals(Invocation.NEWEST) ? "3" : python)
                .toList();
        Value.Fields name = Value.fields().with("name", Value.of(NAME));
        if (uv) {
            Value.Fields fields = bash ? name.with("shell", Value.of("bash")) : name;
            return new Step.Custom(fields.with("run", Value.of("uv python install " + String.join(" ", versions))));
        }
        Value.Fields inputs = Value.fields().with("python-version", Value.of(String.join("\n", versions)));
        boolean early = pythons.stream().anyMatch(python -> Invocation.mayBePreRelease(python.value()));
        return new Step.Custom(name.with("uses", Value.of("actions/setup-python"))
                .with("with", early ? inputs.with("allow-prereleases", Value.of(true)) : inputs));
    }

    /** Whether a step is such a one. */
    static boolean isOne(Step step) {
        return step instanceof Step.Custom custom
                && Value.of(NAME).equals(custom.fields().fields().get("name"));
    }
}
