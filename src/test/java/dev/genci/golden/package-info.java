/** Cases that are folders: an input, and what must come out of it, compared byte by byte. */
@NullMarked
package dev.genci.golden;

import org.jspecify.annotations.NullMarked;
