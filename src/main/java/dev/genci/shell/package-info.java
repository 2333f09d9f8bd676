/** What shells and manuals show of the command line: scripts for completion, and the page for {@code man}. */
@NullMarked
package dev.genci.shell;

import org.jspecify.annotations.NullMarked;
