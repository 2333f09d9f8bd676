/** The platform-neutral pipeline and what a dialect can express: records and sealed types. */
@NullMarked
package dev.genci.pipeline;

import org.jspecify.annotations.NullMarked;
