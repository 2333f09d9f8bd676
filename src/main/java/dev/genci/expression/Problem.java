package dev.genci.expression;

import dev.genci.diagnostic.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression.
 *
 * @param message one line, without a full stop
 * @param start of the word at fault, in UTF-16 units from the beginning of the text in which the expression stands
 * @param length of that word; 0 when the text as a whole is at fault
 * @param help what to do, if that can be said
 */
public record Problem(
        RuleId rule,
        String message,
        int start,
        int length,
        @Nullable String help) {}
