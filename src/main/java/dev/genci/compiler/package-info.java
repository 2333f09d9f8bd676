/** The stages in order, and the check that the text says what was meant. */
@NullMarked
package dev.genci.compiler;

import org.jspecify.annotations.NullMarked;
