/** What several packages say alike: values, pins, names of variables and steps. It knows nothing of manifests or workflows. */
@NullMarked
package dev.genci.data;

import org.jspecify.annotations.NullMarked;
