/** What is special about each forge, as data: one file per forge, one list. */
@NullMarked
package dev.genci.forge;

import org.jspecify.annotations.NullMarked;
