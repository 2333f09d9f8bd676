package dev.genci.noxfile;

/** A listing cannot be made, or is none. The message says why, and what to do. */
public final class ListingProblem extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean missing;

    private ListingProblem(boolean missing, String message) {
        super(message, null, false, false);
        this.missing = missing;
    }

    /** The noxfile, or the listing, is wrong. */
    static ListingProblem wrong(String message) {
        return new ListingProblem(false, message);
    }

    /** There is no nox to ask, or it does not answer. */
    static ListingProblem missing(String message) {
        return new ListingProblem(true, message);
    }

    /** The same with the name of the text before the message. */
    public ListingProblem of(String name) {
        return new ListingProblem(missing, name + " " + getMessage());
    }

    /** Whether there is no nox, or no answer from it, so that nothing is known about the noxfile. */
    public boolean isMissing() {
        return missing;
    }
}
