/** Turns groups into jobs: ids, edges, conditions, matrices, and status jobs. */
@NullMarked
package dev.genci.lower.job;

import org.jspecify.annotations.NullMarked;
