/** What distinguishes the forges, as data: one class per forge, and one list of all. */
@NullMarked
package dev.genci.forge;

import org.jspecify.annotations.NullMarked;
