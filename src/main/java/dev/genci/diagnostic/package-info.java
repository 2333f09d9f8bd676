/** Diagnostics, and the list of all rules. */
@NullMarked
package dev.genci.diagnostic;

import org.jspecify.annotations.NullMarked;
