package dev.genci.lower;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Value;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxSettings;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the steps of shapes. Those of one shape are made once. */
final class StepFactory {
    private final NoxSettings nox;
    private final boolean tags;
    private final Map<Shape, List<Step>> plain = new HashMap<>();
    private final Map<Shape, List<Step>> withArguments = new HashMap<>();

    /** @param tags whether the workflow runs for tags: then nothing is saved there */
    StepFactory(NoxSettings nox, boolean tags) {
        this.nox = nox;
        this.tags = tags;
    }

    /** @param posargs whether a row has arguments */
    List<Step> steps(Shape shape, boolean posargs) {
        return (posargs ? withArguments : plain).computeIfAbsent(shape, key -> make(shape, posargs));
    }

    private List<Step> make(Shape shape, boolean posargs) {
        List<Step> steps = new ArrayList<>(List.of(new Step.CheckOut()));
        Interpreter interpreter = shape.interpreter();
        if (interpreter != null) {
            steps.add(new Step.SetUpPython(interpreter, shape.bash()));
            if (interpreter.beside() != null && interpreter.source() != InterpreterSource.SYSTEM) {
                steps.add(new Step.SetUpOtherPython(interpreter, shape.bash()));
            }
        }
        shape.before().forEach(step -> steps.add(custom(step)));
        if (shape.command() != null) {
            steps.add(new Step.RunCommand(shape.command(), shape.tolerated(), timeout(shape), shape.bash()));
        } else {
            nox(shape, Objects.requireNonNull(interpreter), posargs, steps);
        }
        if (shape.tolerated()) {
            steps.add(new Step.Warn(shape.bash()));
        }
        shape.after().forEach(step -> steps.add(custom(step)));
        return List.copyOf(steps);
    }

    private void nox(Shape shape, Interpreter interpreter, boolean posargs, List<Step> steps) {
        CacheEntry cache = shape.cache();
        // The forge saves after success of the whole job. Where that is not the question, saving is a step of its own.
        boolean split = tags || shape.tolerated();
        if (cache != null) {
            steps.add(new Step.Describe(interpreter, cache.refresh(), shape.force(), shape.bash()));
            steps.add(new Step.RestoreCache(cache, !split));
        }
        steps.add(new Step.InstallNox(
                interpreter.source(),
                nox.version().value(),
                Located.values(nox.packages()),
                "uv".equals(nox.backend()) && interpreter.source() != InterpreterSource.UV,
                shape.bash()));
        steps.add(new Step.RunNox(
                Located.values(nox.args()),
                nox.backend(),
                shape.force(),
                posargs,
                shape.posargs(),
                shape.tolerated(),
                timeout(shape),
                shape.bash()));
        if (cache != null && split) {
            Set<Step.Unless> unless = tags ? Set.of(Step.Unless.TAG) : Set.of();
            steps.add(new Step.SaveCache(cache.path(), unless, shape.tolerated()));
        }
    }

    /** Below the job's, which would count as a cancellation and fail what was to be tolerated. */
    private static @Nullable Integer timeout(Shape shape) {
        Integer minutes = shape.timeout();
        return minutes == null ? null : Math.max(1, minutes - Math.max(1, minutes / 10));
    }

    private static Step custom(Value step) {
        return new Step.Custom((Value.Fields) step);
    }
}
