package dev.genci.lsp;

import org.jspecify.annotations.Nullable;

/**
 * How a conversation ended.
 *
 * @param kind how
 * @param reason in a sentence; absent after a goodbye
 */
public record End(Kind kind, @Nullable String reason) {
    /** How. */
    public enum Kind {
        /** The client shut the server down first, as it must. */
        GOODBYE,
        /** It went without a word. */
        GONE,
        /** What it sent was no message, or could not be read; or it could not be answered. */
        BROKEN
    }
}
