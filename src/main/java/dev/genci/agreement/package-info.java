/** Compares a manifest with what nox lists. */
@NullMarked
package dev.genci.agreement;

import org.jspecify.annotations.NullMarked;
