/** Turns rows into groups: rows share a job if that changes neither what runs nor when. */
@NullMarked
package dev.genci.lower.group;

import org.jspecify.annotations.NullMarked;
