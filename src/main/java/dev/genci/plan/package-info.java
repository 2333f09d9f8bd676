/** What a workflow will do, and how long it takes: stages, jobs, rows, the critical path. */
@NullMarked
package dev.genci.plan;

import org.jspecify.annotations.NullMarked;
