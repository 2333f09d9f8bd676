package dev.genci.expression;

import dev.genci.diagnostic.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression.
 *
 * @param message one line, without a full stop
 * @param start of the word at fault, in UTF-16 units from the beginning of the text with the expression
 * @param length of that word; 0 when the text as a whole is at fault
 * @param help what to write instead, if known
 */
public record Problem(
        RuleId rule,
        String message,
        int start,
        int length,
        @Nullable String help) {}
