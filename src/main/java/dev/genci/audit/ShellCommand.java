package dev.genci.audit;

import java.util.List;

/**
 * A command of a script.
 *
 * @param line of the script, counted from 0
 * @param text as it is written
 * @param input what it reads in place of a file, as behind {@code <<END}; empty where nothing
 * @param groups the parentheses around it, counted as they open, the outermost first
 */
record ShellCommand(List<ShellWord> words, int line, String text, String input, List<Integer> groups) {
    /** Copies the words. */
    ShellCommand {
        words = List.copyOf(words);
        groups = List.copyOf(groups);
    }

    /** The same command with an input. */
    ShellCommand reading(String more) {
        return new ShellCommand(words, line, text, input + more, groups);
    }
}
