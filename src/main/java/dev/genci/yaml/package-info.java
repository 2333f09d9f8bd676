/** Parses YAML into a tree that keeps the place, style and raw text of every key and value. */
@NullMarked
package dev.genci.yaml;

import org.jspecify.annotations.NullMarked;
