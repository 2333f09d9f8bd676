package dev.genci.analysis.rule;

import java.util.Set;

/**
 * An expression of the Actions language, as far as its structure matters here.
 *
 * @param text without the braces
 * @param functions that it calls, in lower case
 * @param contexts whose values it reads, in lower case
 */
public record Expression(String text, Set<String> functions, Set<String> contexts) {
    private static final String OPEN = "${{";
    private static final String CLOSE = "}}";

    /** An expression that the forge would refuse or read as something else. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final String problem;
        private final String help;

        Malformed(String problem, String help) {
            super(problem, null, false, false);
            this.problem = problem;
            this.help = help;
        }

        /** What is wrong with it. */
        public String problem() {
            return problem;
        }

        /** What to do. */
        public String help() {
            return help;
        }
    }

    /** Reads the value of an {@code if}: an expression with or without braces around the whole of it. */
    public static Expression parse(String value) throws Malformed {
        String text = value.strip();
        if (text.startsWith(OPEN)) {
            int end = closing(text);
            if (end + CLOSE.length() != text.length()) {
                throw partial();
            }
            text = text.substring(OPEN.length(), end).strip();
        } else if (text.contains(OPEN)) {
            throw partial();
        }
        return new ExpressionParser(text).parse();
    }

    /** Reads every expression that stands in braces in a text. */
    static void checkAll(String value) throws Malformed {
        String rest = value;
        for (int open = rest.indexOf(OPEN); open >= 0; open = rest.indexOf(OPEN)) {
            rest = rest.substring(open);
            int end = closing(rest);
            new ExpressionParser(rest.substring(OPEN.length(), end).strip()).parse();
            rest = rest.substring(end);
        }
    }

    /** Where the braces at the start end; quoted braces do not count. */
    private static int closing(String text) throws Malformed {
        boolean quoted = false;
        for (int i = OPEN.length(); i < text.length(); i++) {
            if (text.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(CLOSE, i)) {
                return i;
            }
        }
        throw new Malformed("the expression is not closed", "an expression ends in }}");
    }

    private static Malformed partial() {
        return new Malformed(
                "only a part of the condition is an expression: the forge would take the text for true",
                "put the whole condition between ${{ and }}, or leave them out");
    }
}
