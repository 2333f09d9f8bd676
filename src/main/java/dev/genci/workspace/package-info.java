/** The files of the repository: committed workflows, drift, and atomic writes. */
@NullMarked
package dev.genci.workspace;

import org.jspecify.annotations.NullMarked;
