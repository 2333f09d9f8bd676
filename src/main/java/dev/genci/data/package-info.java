/** What the manifest, the pipeline and the workflow say alike. */
@NullMarked
package dev.genci.data;

import org.jspecify.annotations.NullMarked;
