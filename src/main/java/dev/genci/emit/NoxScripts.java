package dev.genci.emit;

import dev.genci.data.InterpreterSource;
import dev.genci.pipeline.Step;

/** Writes the scripts that install and run nox. */
final class NoxScripts {
    /** One argument per line; an empty one is left out, so that an expression may stand for none. */
    private static final String ARGUMENTS = """
            set --
            while IFS= read -r argument; do
              [ -z "$argument" ] || set -- "$@" "$argument"
            done << EOF
            $NOX_POSARGS
            EOF
            """;

    private NoxScripts() {}

    static String install(Step.InstallNox step, ScriptWords packages) {
        boolean uv = step.interpreter().source() == InterpreterSource.UV;
        String nox = Shell.word((step.uv() ? "nox[uv]" : "nox") + "==" + step.version());
        return (uv ? "uv pip install " : "python -m pip install ") + nox + packages.of(step.packages());
    }

    static String run(Step.RunNox step, ScriptWords arguments) {
        StringBuilder call = new StringBuilder("nox --reuse-venv=yes");
        if (step.backend() != null) {
            call.append(" --default-venv-backend ").append(Shell.word(step.backend()));
        }
        call.append(arguments.of(step.args()));
        if (step.force()) {
            call.append(" --force-python \"$NOX_PYTHON\"");
        }
        call.append(" -s \"$NOX_SESSION\"");
        return step.posargs() ? ARGUMENTS + call + " -- \"$@\"\n" : call.toString();
    }
}
