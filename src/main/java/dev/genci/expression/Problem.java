package dev.genci.expression;

import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression.
 *
 * @param message one line, without a full stop
 * @param start of the word at fault, in UTF-16 units from the beginning of the text with the expression
 * @param length of that word; 0 when the text as a whole is at fault
 * @param help what to write instead, if known
 * @param suggestion says the same if it finds a word
 */
public record Problem(
        RuleId rule,
        String message,
        int start,
        int length,
        @Nullable String help,
        @Nullable Suggestion suggestion) {

    /** One whose word is not looked up. */
    public Problem(RuleId rule, String message, int start, int length, @Nullable String help) {
        this(rule, message, start, length, help, null);
    }

    /** The same for a word that may be another one. */
    Problem suggest(String word, Collection<String> candidates) {
        return new Problem(rule, message, start, length, help, new Suggestion(word, candidates));
    }
}
