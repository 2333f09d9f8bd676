/** Diagnostics as text for people and as data for programs: a class for each form. */
@NullMarked
package dev.genci.report;

import org.jspecify.annotations.NullMarked;
