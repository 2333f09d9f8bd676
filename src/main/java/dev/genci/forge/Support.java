package dev.genci.forge;

/**
 * How a forge supports a feature.
 *
 * @param detail of {@code FROM} the version, of {@code IGNORED} and {@code REFUSED} the reason; else empty
 * @param source where that was read or seen
 */
public record Support(Level level, String detail, String source) {
    /** What gen-ci does with the feature. */
    public enum Level {
        /** The forge honours it: it is written. */
        KNOWN,
        /** The forge honours it from a version on: it is written. */
        FROM,
        /** The forge ignores it: it is left out, with a note where the manifest uses it. */
        IGNORED,
        /** Leaving it out would change the result: it is an error where the manifest uses it. */
        REFUSED
    }

    /** The forge honours it. */
    static Support known(String source) {
        return new Support(Level.KNOWN, "", source);
    }

    /** The forge honours it from a version on. */
    static Support from(String version, String source) {
        return new Support(Level.FROM, version, source);
    }

    /** It is left out. */
    static Support ignored(String reason, String source) {
        return new Support(Level.IGNORED, reason, source);
    }

    /** It cannot be used. */
    static Support refused(String reason, String source) {
        return new Support(Level.REFUSED, reason, source);
    }

    /** Whether it is written. */
    public boolean isWritten() {
        return level == Level.KNOWN || level == Level.FROM;
    }
}
