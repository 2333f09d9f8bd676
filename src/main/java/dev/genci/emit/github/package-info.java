/** GitHub Actions. */
@NullMarked
package dev.genci.emit.github;

import org.jspecify.annotations.NullMarked;
