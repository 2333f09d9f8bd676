package dev.genci.lower;

import dev.genci.data.InterpreterSource;
import dev.genci.data.NoxVariables;
import dev.genci.data.Value;
import dev.genci.lower.job.StepLists;
import dev.genci.lower.row.Runners;
import dev.genci.lower.row.RunsOn;
import dev.genci.manifest.CheckOut;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.NoxSettings;
import dev.genci.manifest.Runner;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.CheckWorkflows;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The job that checks the workflows: it waits for nothing, and the final job looks at it.
 *
 * @param version of gen-ci that checks
 * @param manifest its path in the repository; empty where gen-ci finds it by itself
 */
public record SelfCheck(String version, String manifest) {
    /** What the job is called where nothing else is. */
    public static final String USUAL_ID = "gen-ci";

    private static final int TIMEOUT = 10;

    /** The job of a workflow. It runs on the interpreter of sessions that name none. */
    public Job job(String id, TargetSettings target, NoxSettings nox, Runners runners, StepLists steps) {
        Runner runner = runners.of(id, null);
        InterpreterSource source = target.interpreters();
        Value.Fields fields = Value.fields()
                .with("runs-on", RunsOn.value(runner))
                .with("timeout-minutes", Value.of(TIMEOUT))
                .with("permissions", Value.fields().with("contents", Value.of("read")));
        if (source != InterpreterSource.NONE) {
            String python = Invocation.release(nox.python().value());
            fields = fields.with("env", Value.fields().with(NoxVariables.PYTHON, Value.of(python)));
        }
        return new Job(
                id,
                List.of("Fails if a workflow is not what gen-ci makes of the manifest."),
                Value.of(id),
                List.of(),
                new Condition.OnSuccess(),
                new Matrix.None(),
                fields,
                steps.of(steps(source, nox, runner.mayBeWindows())),
                null);
    }

    private List<Step> steps(InterpreterSource source, NoxSettings nox, boolean bash) {
        List<Step> all = new ArrayList<>();
        all.add(new Step.CheckOut(Value.fields().with(CheckOut.KEEPS_CREDENTIALS, Value.of(false))));
        if (source != InterpreterSource.NONE) {
            boolean early = source == InterpreterSource.SETUP_PYTHON
                    && Invocation.mayBePreRelease(nox.python().value());
            all.add(new Step.SetUpPython(source, null, null, early, false, bash));
        }
        all.add(new CheckWorkflows(version, manifest, source == InterpreterSource.UV, bash));
        return all;
    }
}
