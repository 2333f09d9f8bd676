/** Entries of the manifest become rows: one run on one runner each. */
@NullMarked
package dev.genci.lower.row;

import org.jspecify.annotations.NullMarked;
