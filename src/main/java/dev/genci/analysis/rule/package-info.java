/** The rules a manifest must keep, one class each. */
@NullMarked
package dev.genci.analysis.rule;

import org.jspecify.annotations.NullMarked;
