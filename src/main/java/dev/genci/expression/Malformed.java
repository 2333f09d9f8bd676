package dev.genci.expression;

import dev.genci.diagnostic.RuleId;

/** A text that is not a valid expression: the forge would reject the workflow, or read the text as something else. */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final String problem;
    private final int start;
    private final int length;
    private final String help;

    /**
     * @param start where in the text it is wrong, in UTF-16 units from 0
     * @param length of what is wrong; 0 when that is the text as a whole
     */
    Malformed(String problem, int start, int length, String help) {
        super(problem, null, false, false);
        this.problem = problem;
        this.start = start;
        this.length = length;
        this.help = help;
    }

    /** What is wrong, where, and what to do. */
    public Problem problem() {
        return new Problem(RuleId.BAD_EXPRESSION, problem, start, length, help);
    }
}
