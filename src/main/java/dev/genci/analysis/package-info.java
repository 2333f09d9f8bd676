/** What follows from a manifest: what its words stand for, who waits for whom, what is called. */
@NullMarked
package dev.genci.analysis;

import org.jspecify.annotations.NullMarked;
