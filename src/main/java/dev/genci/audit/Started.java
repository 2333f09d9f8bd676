package dev.genci.audit;

import java.util.List;

/**
 * What a program that is not nox starts.
 *
 * @param text the script, or the path of the file; empty for nox
 * @param arguments that nox, the script or the file gets
 * @param behind the program, where it hands a command on that nobody here knows it to; empty otherwise
 */
record Started(Kind kind, String text, List<Argument> arguments, String behind) {
    /** What it is. */
    enum Kind {
        /** nox, with arguments. */
        NOX,
        /** A script, which a shell reads. */
        SCRIPT,
        /** A file, which may be a script of the repository. */
        FILE
    }

    /**
     * What a command starts.
     *
     * @param input what the command reads; empty where nothing
     */
    static Started of(Starter starter, String input) {
        String program = starter.program();
        List<Argument> arguments = starter.arguments();
        InnerScript script = InnerScript.of(program, arguments);
        if (script != null && !script.text().isEmpty()) {
            return new Started(Kind.SCRIPT, script.text(), script.arguments(), "");
        }
        if (!input.isEmpty() && InnerScript.readsInput(program, arguments)) {
            return new Started(Kind.SCRIPT, input, List.of(), "");
        }
        if (script != null) {
            return new Started(Kind.FILE, script.file(), script.arguments(), "");
        }
        List<Argument> handed = Handed.arguments(program, arguments);
        if (handed != null) {
            return new Started(Kind.NOX, "", handed, program);
        }
        String code = Handed.script(program, arguments);
        return code == null
                ? new Started(Kind.FILE, starter.path(), arguments, "")
                : new Started(Kind.SCRIPT, code, List.of(), program);
    }
}
