package dev.genci.audit;

import dev.genci.audit.ShellWord.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Replaces expressions and variables in the words of one step in one row. */
final class Expansion {
    /** No name of a session is longer. A variable that is set to twice itself would have no end. */
    private static final int LONGEST = 10_000;

    private final Content scope;
    private final Map<String, Argument> variables;

    /**
     * @param scope the contexts of expressions
     * @param variables the environment
     */
    Expansion(Content scope, Map<String, Argument> variables) {
        this.scope = scope;
        this.variables = new HashMap<>(variables);
    }

    /** The contexts of expressions. */
    Content scope() {
        return scope;
    }

    /** All variables. */
    Map<String, Argument> variables() {
        return Map.copyOf(variables);
    }

    /** A variable; {@code null} where nothing is known to set it. */
    @Nullable Argument variable(String name) {
        return variables.get(name);
    }

    /** Sets a variable for what follows. */
    void set(String name, Argument value) {
        variables.put(name, value);
    }

    /** Takes a variable away. */
    void unset(String name) {
        variables.remove(name);
    }

    /** The same variables for now, those of this one later. */
    Expansion copy() {
        return new Expansion(scope, variables);
    }

    /** The words that a command gets. */
    List<Argument> words(List<ShellWord> words) {
        List<Argument> all = new ArrayList<>();
        words.forEach(word -> all.addAll(words(word)));
        return all;
    }

    private List<Argument> words(ShellWord word) {
        List<Argument> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean known = true;
        boolean any = false;
        for (Part part : word.parts()) {
            Argument value = value(part);
            known &= value.known();
            if (part.quoted() || !value.known() || part.kind() == ShellWord.Kind.LITERAL) {
                text.append(value.text());
                any |= part.quoted() || !value.text().isEmpty();
                continue;
            }
            // The shell takes what is not quoted apart again.
            boolean first = true;
            for (ShellCommand command : ShellReader.read(value.text())) {
                for (ShellWord piece : command.words()) {
                    if (!first) {
                        all.add(new Argument(text.toString(), known));
                        text.setLength(0);
                    }
                    text.append(piece.source());
                    first = false;
                    any = true;
                }
            }
        }
        if (any) {
            boolean whole = text.length() <= LONGEST;
            all.add(new Argument(whole ? text.toString() : text.substring(0, LONGEST), known && whole));
        }
        return all;
    }

    /** What {@code $(echo …)} prints is known; what another command prints is not. */
    private Argument echoed(String text) {
        Argument unknown = new Argument(text, false);
        boolean echo = text.startsWith("$(echo ") && text.endsWith(")") && text.indexOf('>') < 0;
        List<ShellCommand> commands = echo ? ShellReader.read(text.substring(2, text.length() - 1)) : List.of();
        if (commands.size() != 1 || commands.get(0).words().size() < 2) {
            return unknown;
        }
        List<ShellWord> shown = commands.get(0).words();
        List<Argument> words = words(shown.subList(1, shown.size()));
        boolean known =
                words.stream().allMatch(word -> word.known() && !word.text().startsWith("-"));
        return known
                ? new Argument(words.stream().map(Argument::text).collect(Collectors.joining(" ")), true)
                : unknown;
    }

    private Argument value(Part part) {
        Argument value = whole(part);
        return value.text().length() > LONGEST ? new Argument(value.text().substring(0, LONGEST), false) : value;
    }

    private Argument whole(Part part) {
        return switch (part.kind()) {
            case LITERAL -> new Argument(part.text(), true);
            case COMPUTED -> echoed(part.text());
            case EXPRESSION -> {
                String value = Template.value(part.text(), scope).text();
                yield value == null ? new Argument(part.text(), false) : new Argument(value, true);
            }
            case VARIABLE -> {
                Argument value = variables.get(part.text());
                if (value == null) {
                    yield part.fallback().isEmpty()
                            ? new Argument("$" + part.text(), false)
                            : new Argument(part.fallback(), true);
                }
                yield value.is("") && !part.fallback().isEmpty() ? new Argument(part.fallback(), true) : value;
            }
        };
    }
}
