package dev.genci.emit;

import dev.genci.data.StepIds;
import dev.genci.data.Value;
import dev.genci.emit.WorkflowTree.StepTree;
import dev.genci.pipeline.Step;

/** Writes the steps that make an interpreter ready, so that {@code python} is the one that nox runs on. */
final class PythonSteps {
    private static final Value ASKED = Value.of("${{ env.NOX_PYTHON }}");

    private PythonSteps() {}

    static StepTree write(Step.SetUpPython step, StepWriter writer) {
        return switch (step.interpreter().source()) {
            case SETUP_PYTHON ->
                writer.uses(
                                "Set up Python",
                                step.interpreter().beside() != null ? StepIds.PYTHON : null,
                                "actions/setup-python")
                        .with("with", Value.fields().with("python-version", ASKED))
                        .tree();
            case UV -> uv(step, writer);
            case SYSTEM -> system(step, writer);
        };
    }

    static StepTree write(Step.SetUpOtherPython step, StepWriter writer) {
        if (step.interpreter().source() == dev.genci.data.InterpreterSource.UV) {
            return writer.run("Set up the session's Python", null, "uv python install \"$NOX_PYTHON\"", step.bash())
                    .tree();
        }
        Value version =
                Value.of(java.util.Objects.requireNonNull(step.interpreter().beside()));
        return writer.uses("Set up Python for nox", null, "actions/setup-python")
                .with("with", Value.fields().with("python-version", version))
                .tree();
    }

    private static StepTree uv(Step.SetUpPython step, StepWriter writer) {
        String beside = step.interpreter().beside();
        Value.Fields with = Value.fields()
                .with("python-version", beside == null ? ASKED : Value.of(beside))
                .with("activate-environment", Value.of(true))
                .with("no-project", Value.of(true))
                .with("venv-path", Value.of("${{ runner.temp }}/nox"))
                .with("enable-cache", Value.of(false));
        return writer.uses("Set up uv and Python", null, "astral-sh/setup-uv")
                .with("with", with)
                .tree();
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
