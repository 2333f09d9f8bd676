/** Rows become groups: those that nobody can tell apart share a job. */
@NullMarked
package dev.genci.lower.group;

import org.jspecify.annotations.NullMarked;
