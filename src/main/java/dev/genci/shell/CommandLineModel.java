package dev.genci.shell;

import java.util.List;

/**
 * The command line as a shell sees it.
 *
 * @param program the command without a verb
 * @param verbs in the order of the help
 */
public record CommandLineModel(Command program, List<Command> verbs) {

    /** Copies the verbs. */
    public CommandLineModel {
        verbs = List.copyOf(verbs);
    }

    /** What a word can be. */
    public enum Kind {
        /** There is no word. */
        NOTHING,
        /** Any text. */
        TEXT,
        /** A path. */
        FILE,
        /** The path of a folder. */
        FOLDER,
        /** One of a list. */
        CHOICE
    }

    /**
     * The value of an option, or an argument.
     *
     * @param label its name in the help, such as {@code FILE}
     * @param choices all that it can be, if its kind is {@link Kind#CHOICE}
     */
    public record Word(Kind kind, String label, List<String> choices) {
        /** That there is none. */
        public static final Word NONE = new Word(Kind.NOTHING, "", List.of());

        /** Copies the choices. */
        public Word {
            choices = List.copyOf(choices);
        }
    }

    /**
     * An option.
     *
     * @param names with their dashes, the short one first
     * @param description one sentence or more
     * @param value what follows it; of the kind {@link Kind#NOTHING} for a flag
     * @param attached whether the value may be left out, and else stands behind {@code =}
     */
    public record Option(List<String> names, String description, Word value, boolean attached) {

        /** Copies the names. */
        public Option {
            names = List.copyOf(names);
        }

        /** The first sentence of the description, without its full stop. */
        public String summary() {
            return firstSentence(description);
        }
    }

    /**
     * The program or a verb.
     *
     * @param description one sentence or more
     * @param argument what is no option; of the kind {@link Kind#NOTHING} where it takes none
     * @param footer lines below its options, such as examples
     */
    public record Command(String name, String description, Word argument, List<Option> options, List<String> footer) {

        /** Copies the lists. */
        public Command {
            options = List.copyOf(options);
            footer = List.copyOf(footer);
        }

        /** The first sentence of the description, without its full stop. */
        public String summary() {
            return firstSentence(description);
        }

        /** The names of all its options. */
        List<String> optionNames() {
            return options.stream().flatMap(option -> option.names().stream()).toList();
        }
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
