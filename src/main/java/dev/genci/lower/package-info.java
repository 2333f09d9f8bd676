/** A manifest becomes a pipeline; a pipeline becomes legal for a forge. No text, no forge's name. */
@NullMarked
package dev.genci.lower;

import org.jspecify.annotations.NullMarked;
