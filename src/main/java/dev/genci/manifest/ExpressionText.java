package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;
import org.jspecify.annotations.Nullable;

/**
 * A text of the manifest that has an expression in it, or is one.
 *
 * @param use what the key says of its texts; {@link TextUse.Kind#PLAIN} and {@link TextUse.Kind#SCRIPT} allow no expression
 * @param place where in the workflow the forge evaluates it; {@code null} where it evaluates nothing
 */
public record ExpressionText(
        Located<String> text, TextUse.Kind use, @Nullable ExpressionPlace place) {}
