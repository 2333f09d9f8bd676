/** Questions about a manifest that the schema cannot answer. */
@NullMarked
package dev.genci.analysis;

import org.jspecify.annotations.NullMarked;
