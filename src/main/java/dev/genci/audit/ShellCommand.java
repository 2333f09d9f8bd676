package dev.genci.audit;

import java.util.List;

/**
 * A command of a script.
 *
 * @param line of the script, counted from 0
 * @param text as it is written
 */
record ShellCommand(List<ShellWord> words, int line, String text) {
    /** Copies the words. */
    ShellCommand {
        words = List.copyOf(words);
    }
}
