/** The files of the repository: committed workflows, their pins, drift, atomic writes. */
@NullMarked
package dev.genci.workspace;

import org.jspecify.annotations.NullMarked;
