/** What a noxfile has: the listing that nox prints, and the call of nox that makes it. */
@NullMarked
package dev.genci.noxfile;

import org.jspecify.annotations.NullMarked;
