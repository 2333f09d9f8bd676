/** Turns entries of the manifest into rows: one call on one runner each. */
@NullMarked
package dev.genci.lower.row;

import org.jspecify.annotations.NullMarked;
