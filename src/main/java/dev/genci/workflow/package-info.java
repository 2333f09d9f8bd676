/** Workflows that are there, whoever wrote them, as typed nodes with places. Not the tree that gen-ci writes. */
@NullMarked
package dev.genci.workflow;

import org.jspecify.annotations.NullMarked;
