package dev.genci.audit;

import java.util.List;

/** A word of a script, before the shell and the forge replace anything in it. */
record ShellWord(List<Part> parts) {
    /** Copies the parts. */
    ShellWord {
        parts = List.copyOf(parts);
    }

    /** What a part is. */
    enum Kind {
        /** A text. */
        LITERAL,
        /** An expression in braces, which the forge replaces before a shell reads the script. */
        EXPRESSION,
        /** A variable, by its name. */
        VARIABLE,
        /** What the shell works out otherwise, such as the output of a command. */
        COMPUTED
    }

    /**
     * A part of a word.
     *
     * @param text of an expression with its braces
     * @param fallback in place of a variable that is not set; empty where there is none
     * @param quoted whether the shell leaves it in one piece
     */
    record Part(Kind kind, String text, String fallback, boolean quoted) {}

    /** As it is written, without quotes. */
    String source() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(part.kind() == Kind.VARIABLE ? "$" : "").append(part.text());
        }
        return out.toString();
    }
}
