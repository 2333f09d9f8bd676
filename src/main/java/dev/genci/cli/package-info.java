/** Arguments, exit codes, colours: the only user of the outside world. */
@NullMarked
package dev.genci.cli;

import org.jspecify.annotations.NullMarked;
