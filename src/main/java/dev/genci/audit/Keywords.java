package dev.genci.audit;

import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.List;

/** The expressions of {@code nox -k}: words, {@code not}, {@code and}, {@code or}, parentheses. A word is part of a name or tag. */
final class Keywords {
    private static final int DEEPEST = 50;

    private final List<String> tokens = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int at;
    private int depth;

    private Keywords(String text, NoxSession session) {
        StringBuilder word = new StringBuilder();
        for (char c : (text + " ").toCharArray()) {
            if (c == '(' || c == ')' || Character.isWhitespace(c)) {
                if (!word.isEmpty()) {
                    tokens.add(word.toString());
                    word.setLength(0);
                }
                if (c == '(' || c == ')') {
                    tokens.add(String.valueOf(c));
                }
            } else {
                word.append(c);
            }
        }
        names.add(session.session());
        names.add(session.name());
        names.addAll(session.tags());
        if (session.python() != null) {
            names.add(session.name() + "-" + session.python());
        }
    }

    /** Whether a session is meant. */
    static boolean match(String expression, NoxSession session) {
        return new Keywords(expression, session).or();
    }

    private boolean or() {
        boolean value = and();
        while (take("or")) {
            value |= and();
        }
        return value;
    }

    private boolean and() {
        boolean value = not();
        while (take("and")) {
            value &= not();
        }
        return value;
    }

    private boolean not() {
        boolean negated = false;
        while (take("not")) {
            negated = !negated;
        }
        return negated != operand();
    }

    private boolean operand() {
        if (take("(")) {
            boolean value = ++depth < DEEPEST && or();
            take(")");
            return value;
        }
        String word = at < tokens.size() ? tokens.get(at++) : "";
        return !word.isEmpty() && names.stream().anyMatch(name -> name.contains(word));
    }

    private boolean take(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }
}
