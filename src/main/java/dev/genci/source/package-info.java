/** Source texts and places in them. */
@NullMarked
package dev.genci.source;

import org.jspecify.annotations.NullMarked;
