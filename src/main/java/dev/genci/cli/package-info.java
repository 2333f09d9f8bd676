/** The command line: arguments, exit codes, colours. The only user of {@code System} and its streams. */
@NullMarked
package dev.genci.cli;

import org.jspecify.annotations.NullMarked;
