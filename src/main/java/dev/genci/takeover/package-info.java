/** A first manifest from what nox lists and from the workflows that there are. */
@NullMarked
package dev.genci.takeover;

import org.jspecify.annotations.NullMarked;
