/** The rules that a manifest must follow, one class each. */
@NullMarked
package dev.genci.analysis.rule;

import org.jspecify.annotations.NullMarked;
