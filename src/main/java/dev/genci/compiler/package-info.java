/** The public API: the stages in order, and the check that the written text equals the pipeline. */
@NullMarked
package dev.genci.compiler;

import org.jspecify.annotations.NullMarked;
