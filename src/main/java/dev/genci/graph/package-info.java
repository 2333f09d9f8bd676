/** Directed graphs: cycles, order, reachability. Knows nothing about sessions. */
@NullMarked
package dev.genci.graph;

import org.jspecify.annotations.NullMarked;
