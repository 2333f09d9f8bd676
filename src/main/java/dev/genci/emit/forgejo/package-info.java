/** Forgejo Actions. */
@NullMarked
package dev.genci.emit.forgejo;

import org.jspecify.annotations.NullMarked;
