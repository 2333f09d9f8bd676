/** The pipeline, independent of the forge: records and sealed types. */
@NullMarked
package dev.genci.pipeline;

import org.jspecify.annotations.NullMarked;
