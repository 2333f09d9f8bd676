/** Checks the tree against the schema and binds it to records. */
@NullMarked
package dev.genci.manifest;

import org.jspecify.annotations.NullMarked;
