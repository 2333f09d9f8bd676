/** The session table as Markdown. */
@NullMarked
package dev.genci.table;

import org.jspecify.annotations.NullMarked;
