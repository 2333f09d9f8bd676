/** Writes diagnostics as text for people, and findings for programs: one class per form. */
@NullMarked
package dev.genci.report;

import org.jspecify.annotations.NullMarked;
