package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of the manifest that has an expression in it, or is one.
 *
 * @param use the kind of the key's texts; {@link TextUse.Kind#PLAIN} and {@link TextUse.Kind#SCRIPT} allow no expression
 * @param place where in the workflow the forge evaluates it; {@code null} where it evaluates nothing
 * @param target the only target whose forge evaluates it; {@code null} for every target
 * @param stepsBefore the ids of the steps before its own; {@code null} outside of steps
 */
public record ExpressionText(
        Located<String> text,
        TextUse.Kind use,
        @Nullable ExpressionPlace place,
        @Nullable String target,
        @Nullable List<String> stepsBefore) {}
