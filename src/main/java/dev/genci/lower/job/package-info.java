/** Groups become jobs: ids, edges, conditions, matrices, and the jobs that only decide. */
@NullMarked
package dev.genci.lower.job;

import org.jspecify.annotations.NullMarked;
