/** Types that packages share: values, pins, names of variables and steps. Knows neither manifests nor workflows. */
@NullMarked
package dev.genci.data;

import org.jspecify.annotations.NullMarked;
