/** Reads existing workflows, edited or not, as typed nodes with places. Not the tree that gen-ci writes. */
@NullMarked
package dev.genci.workflow;

import org.jspecify.annotations.NullMarked;
