/** A first manifest from what nox lists. */
@NullMarked
package dev.genci.init;

import org.jspecify.annotations.NullMarked;
