/** What every job of an entry says, whatever its rows: steps and fields as data. */
@NullMarked
package dev.genci.lower.template;

import org.jspecify.annotations.NullMarked;
