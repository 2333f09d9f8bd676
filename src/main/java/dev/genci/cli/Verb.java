package dev.genci.cli;

import picocli.CommandLine.Model.CommandSpec;

/** A verb. */
interface Verb {
    /** Its name, options and description. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param console in the folder that was asked for
     * @return the exit code
     * @throws Stop when it cannot go on
     */
    int run(Console console, Arguments arguments);
}
