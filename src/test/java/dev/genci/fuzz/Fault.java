package dev.genci.fuzz;

/**
 * What a manifest did that no manifest may do.
 *
 * @param detail what was seen
 */
record Fault(Kind kind, String detail) {
    /** The promises, broken. */
    enum Kind {
        /** It ended as a bug does, or with a code that this command never has. */
        EXIT,
        /** It did not end in time. */
        HANG,
        /** A file was written, changed or left behind that should not have been. */
        WROTE,
        /** It refused without saying what is wrong. */
        SILENT,
        /** What it said is wrong is not in the manifest. */
        PLACE,
        /** The workflow does not read back, or is none. */
        UNREADABLE,
        /** A script holds an expression. */
        EXPRESSION,
        /** What has just been written is not what {@code check} wants. */
        DRIFT,
        /** The same again gave something else. */
        DIFFERS
    }

    @Override
    public String toString() {
        return kind + ": " + detail;
    }
}
