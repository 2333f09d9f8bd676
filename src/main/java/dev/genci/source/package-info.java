/** A text and places in it. */
@NullMarked
package dev.genci.source;

import org.jspecify.annotations.NullMarked;
