/** Corrects a manifest where what nox lists leaves no choice, and keeps every other byte. */
@NullMarked
package dev.genci.fix;

import org.jspecify.annotations.NullMarked;
