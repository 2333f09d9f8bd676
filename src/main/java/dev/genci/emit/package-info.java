/** Writes a pipeline as the text of one forge's workflow, by the templates. */
@NullMarked
package dev.genci.emit;

import org.jspecify.annotations.NullMarked;
