package dev.genci.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Takes a script apart into commands, as a POSIX shell does; what bash and PowerShell write alike is read in them, too. No
 * script is an error: what is no shell has no commands that anybody looks for.
 */
final class ShellReader {
    private static final int DEEPEST = 20;
    /** What ends a command. */
    private static final String ENDS = "\n;&|(){}";

    private final String text;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<Integer> lineEnds = new ArrayList<>();
    private final List<String> heredocs = new ArrayList<>();
    private final Deque<Integer> groups = new ArrayDeque<>();
    private final StringBuilder strings = new StringBuilder();
    private int opened;
    private int at;

    private ShellReader(String text) {
        this.text = text;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lineEnds.add(i);
        }
    }

    private int line(int position) {
        int found = Collections.binarySearch(lineEnds, position);
        return found < 0 ? -found - 1 : found;
    }

    /** The commands of a script, those inside of others before them. */
    static List<ShellCommand> read(String script) {
        ShellReader reader = new ShellReader(script.replace('\r', ' '));
        while (reader.at < reader.text.length()) {
            reader.commands('\0', 0);
        }
        return reader.commands;
    }

    /** Reads commands up to a closing character, and passes over it. */
    private void commands(char close, int depth) {
        List<ShellWord> words = new ArrayList<>();
        int start = at;
        int end = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == close && c != '\0') {
                at++;
                break;
            }
            if (c == ' ' || c == '\t') {
                at++;
            } else if (isContinued()) {
                at += 2;
            } else if (c == '#') {
                skipLine();
            } else if (c == '<' || c == '>') {
                redirection(close, depth);
                end = at;
            } else if (ENDS.indexOf(c) >= 0 && !text.startsWith("&>", at)) {
                at++;
                add(words, start, end);
                group(c);
                if (c == '\n') {
                    heredocs();
                }
            } else {
                start = words.isEmpty() ? at : start;
                ShellWord word = word(close, depth);
                end = at;
                if (!isDescriptor(word)) {
                    words.add(word);
                }
            }
        }
        add(words, start, end);
    }

    private void add(List<ShellWord> words, int start, int end) {
        if (!words.isEmpty()) {
            commands.add(new ShellCommand(
                    words, line(start), text.substring(start, end), strings.toString(), List.copyOf(groups)));
            words.clear();
            strings.setLength(0);
        }
    }

    private void group(char c) {
        if (c == '(') {
            opened++;
            groups.addLast(opened);
        } else if (c == ')') {
            groups.pollLast();
        }
    }

    private boolean isContinued() {
        char c = text.charAt(at);
        return (c == '\\' || c == '`') && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    /** The 2 of {@code 2>file}. */
    private boolean isDescriptor(ShellWord word) {
        boolean before = at < text.length() && (text.charAt(at) == '>' || text.charAt(at) == '<');
        return before && word.source().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /** Passes over {@code >file}, {@code 2>&1}, {@code <<END}. */
    private void redirection(char close, int depth) {
        boolean string = text.startsWith("<<<", at);
        boolean heredoc = text.startsWith("<<", at) && !string;
        while (at < text.length() && "<>&|-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
            ShellWord word = word(close, depth);
            if (heredoc) {
                heredocs.add(word.source());
            } else if (string) {
                strings.append(word.source()).append('\n');
            }
        }
    }

    /** Of the commands of a line, the last one reads them: {@code cat <<END | bash}. */
    private void heredocs() {
        for (String end : heredocs) {
            String line = "";
            int from = at;
            int to = at;
            while (at < text.length() && !line.equals(end)) {
                to = at;
                int start = at;
                skipLine();
                line = text.substring(start, at).strip();
                at = Math.min(at + 1, text.length());
            }
            if (!commands.isEmpty()) {
                int last = commands.size() - 1;
                commands.set(last, commands.get(last).reading(text.substring(from, to)));
            }
        }
        heredocs.clear();
    }

    private ShellWord word(char close, int depth) {
        int from = at;
        ShellWordReader reader = new ShellWordReader(text, from, close, this::nested, depth);
        ShellWord word = reader.read();
        // A character that begins nothing would be looked at for ever.
        at = Math.max(reader.end(), from + 1);
        return word;
    }

    /** Reads the commands inside of another; the position after them. */
    private int nested(int from, char close, int depth) {
        at = from;
        if (depth < DEEPEST) {
            commands(close, depth + 1);
        } else {
            at = text.length();
        }
        return at;
    }
}
