package dev.genci.audit;

/**
 * A word that a command gets.
 *
 * @param text where it is not known: as it is written
 * @param known whether it is the same in every run
 */
record Argument(String text, boolean known) {

    /** Whether it is known to be this text. */
    boolean is(String other) {
        return known && text.equals(other);
    }
}
