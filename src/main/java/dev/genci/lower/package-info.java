/** Lowers a manifest to a pipeline, and makes the pipeline legal for a forge. Knows no text and no forge by name. */
@NullMarked
package dev.genci.lower;

import org.jspecify.annotations.NullMarked;
