/** Expressions of Actions: their grammar, and which contexts and functions are available at each place. */
@NullMarked
package dev.genci.expression;

import org.jspecify.annotations.NullMarked;
