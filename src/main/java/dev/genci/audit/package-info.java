/** Reads workflows that people wrote: which sessions their jobs run, and what is wrong with them. */
@NullMarked
package dev.genci.audit;

import org.jspecify.annotations.NullMarked;
