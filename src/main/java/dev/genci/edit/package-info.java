/** Edits of a text that keep every byte outside of them. */
@NullMarked
package dev.genci.edit;

import org.jspecify.annotations.NullMarked;
