package dev.genci.diagnostic;

/** The severity of a diagnostic. */
public enum Severity {
    /** Nothing is written. */
    ERROR("error"),
    /** The workflow is written, but a person should look. */
    WARNING("warning"),
    /** Worth knowing, e.g. what a target leaves out. */
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** As messages spell it. */
    public String word() {
        return word;
    }
}
