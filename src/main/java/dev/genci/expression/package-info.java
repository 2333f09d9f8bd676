/** The language of expressions in Actions: its grammar, and what is known at each place where a forge evaluates one. */
@NullMarked
package dev.genci.expression;

import org.jspecify.annotations.NullMarked;
