package dev.genci.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to fix a finding.
 *
 * @param edits of the text
 * @param done what they do, as a message
 * @param meaning what they make of the document
 */
public record Proposal(List<Edit> edits, String done, Meaning meaning) {

    /** Does to what a document says what the edits do to its text. */
    public interface Meaning {
        /**
         * Changes it.
         *
         * @param before what it says, as {@link Plain} has it
         * @param after what it says after the edits
         */
        void apply(Object before, Object after);
    }

    /**
     * What can be done about a finding.
     *
     * @param proposal absent where nothing can
     * @param why nothing can be done, or not in the way that was tried
     */
    public record Answer(@Nullable Proposal proposal, String why) {

        /** Nothing. */
        public static Answer no(String why) {
            return new Answer(null, why);
        }

        /** An edit, unless the text turns out to say something else with it. */
        public static Answer of(Proposal proposal) {
            return new Answer(
                    proposal, "it cannot be edited without changing something else, such as what an alias stands for");
        }
    }
}
