/** A pipeline becomes one platform's text. */
@NullMarked
package dev.genci.emit;

import org.jspecify.annotations.NullMarked;
