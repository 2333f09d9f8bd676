package dev.genci.cli;

/** Ends a command with a message and an exit code. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int exitCode;

    Failure(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
