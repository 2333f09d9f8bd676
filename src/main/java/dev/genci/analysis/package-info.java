/** What follows from a manifest: what its references mean, which sessions wait for which, and which calls are made. */
@NullMarked
package dev.genci.analysis;

import org.jspecify.annotations.NullMarked;
