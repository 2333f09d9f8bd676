package dev.genci.data;

import java.util.Set;

/** The names of the variables in which a job passes a row to its steps, and of those that nox reads. */
public final class NoxVariables {
    /** The argument of {@code nox -s}. */
    public static final String SESSION = "NOX_SESSION";
    /** The version of the interpreter. */
    public static final String PYTHON = "NOX_PYTHON";
    /** The runner's label, where the jobs of a workflow differ in it. */
    public static final String RUNNER = "NOX_RUNNER";
    /** What follows {@code --}, an argument a line. */
    public static final String POSARGS = "NOX_POSARGS";

    /** All of them: a manifest cannot set them itself. */
    public static final Set<String> ALL = Set.of(SESSION, PYTHON, RUNNER, POSARGS);

    /** Variables that nox reads as options that select sessions or interpreters ({@code _options.py}). */
    public static final Set<String> SELECTING = Set.of("NOXSESSION", "NOXPYTHON", "NOXEXTRAPYTHON", "NOXFORCEPYTHON");

    /** The beginning of the names in which the step that runs nox gets its options. */
    public static final String OPTION = "NOX_ARGUMENT_";
    /** The beginning of the names in which it gets what follows {@code --}, where that is the same in every row. */
    public static final String ARGUMENT = "NOX_POSARG_";

    private NoxVariables() {}

    /** Whether the workflow sets a variable itself, in a job or in the step that runs nox. */
    public static boolean isSet(String name) {
        return ALL.contains(name) || name.startsWith(OPTION) || name.startsWith(ARGUMENT);
    }
}
