package dev.genci.emit;

import dev.genci.data.StepIds;
import dev.genci.data.Value;
import dev.genci.emit.WorkflowTree.StepTree;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.List;

/** Writes the steps that make an interpreter ready, so that {@code python} is the one that nox runs on. */
final class PythonSteps {
    private static final Value ASKED = Value.of("${{ env.NOX_PYTHON }}");

    private PythonSteps() {}

    static List<StepTree> write(Step.SetUpPython step, StepWriter writer) {
        return switch (step.interpreter().source()) {
            case SETUP_PYTHON -> setupPython(step.interpreter(), writer);
            case UV -> uv(step, writer);
            case SYSTEM -> List.of(system(step, writer));
        };
    }

    private static List<StepTree> setupPython(Interpreter interpreter, StepWriter writer) {
        boolean two = interpreter.beside() != null;
        List<StepTree> steps = new ArrayList<>();
        steps.add(writer.uses("Set up Python", two ? StepIds.PYTHON : null, "actions/setup-python")
                .with("with", Value.fields().with("python-version", ASKED))
                .tree());
        if (interpreter.beside() != null) {
            Value version = Value.of(interpreter.beside());
            steps.add(writer.uses("Set up Python for nox", null, "actions/setup-python")
                    .with("with", Value.fields().with("python-version", version))
                    .tree());
        }
        return steps;
    }

    private static List<StepTree> uv(Step.SetUpPython step, StepWriter writer) {
        String beside = step.interpreter().beside();
        List<StepTree> steps = new ArrayList<>();
        Value.Fields with = Value.fields()
                .with("python-version", beside == null ? ASKED : Value.of(beside))
                .with("activate-environment", Value.of(true))
                .with("no-project", Value.of(true))
                .with("venv-path", Value.of("${{ runner.temp }}/nox"))
                .with("enable-cache", Value.of(false));
        steps.add(writer.uses("Set up uv and Python", null, "astral-sh/setup-uv")
                .with("with", with)
                .tree());
        if (beside != null) {
            steps.add(writer.run("Set up the session's Python", null, "uv python install \"$NOX_PYTHON\"", step.bash())
                    .tree());
        }
        return steps;
    }

    private static StepTree system(Step.SetUpPython step, StepWriter writer) {
        String beside = step.interpreter().beside();
        String python = beside == null ? "\"python$NOX_PYTHON\"" : Shell.word("python" + beside);
        String script =
                python + " -m venv \"$RUNNER_TEMP/nox\"\n" + "echo \"$RUNNER_TEMP/nox/bin\" >> \"$GITHUB_PATH\"\n";
        return writer.run("Set up Python", null, script, step.bash())
                .comment("The image's own interpreter; nox gets an environment of its own.")
                .tree();
    }
}
