package dev.genci.cli;

import picocli.CommandLine.Model.CommandSpec;

/** A verb of the command line. */
interface Verb {
    /** Its name, options and description. */
    CommandSpec spec();

    /** Starts on another thread what it will need, while its arguments are read. */
    default void prepare() {}

    /**
     * Does it.
     *
     * @param console in the chosen folder
     * @return the exit code
     * @throws Failure when it cannot go on
     */
    int run(Console console, Arguments arguments);
}
