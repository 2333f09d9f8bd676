/** A manifest becomes a pipeline; a pipeline becomes legal for a dialect. No text, no platform's name. */
@NullMarked
package dev.genci.lower;

import org.jspecify.annotations.NullMarked;
