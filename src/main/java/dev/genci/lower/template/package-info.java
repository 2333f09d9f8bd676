/** What all jobs of an entry have in common, independent of the rows: steps and fields, as data. */
@NullMarked
package dev.genci.lower.template;

import org.jspecify.annotations.NullMarked;
