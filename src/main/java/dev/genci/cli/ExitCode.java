package dev.genci.cli;

/** The exit codes of the process. */
final class ExitCode {
    /** Yes. */
    static final int OK = 0;
    /** No: drift. */
    static final int NO = 1;
    /** The manifest is wrong. */
    static final int INPUT = 2;
    /** The arguments are wrong. */
    static final int USAGE = 3;
    /** A file cannot be read or written. */
    static final int FILE = 4;
    /** A bug in gen-ci. */
    static final int BUG = 5;

    private ExitCode() {}
}
