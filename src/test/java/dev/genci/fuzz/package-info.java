/** Manifests that nobody would write: mutated at random, and with hostile texts in every place. */
package dev.genci.fuzz;
