package dev.genci.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tries changes of a text, one after another, and keeps those that turn out to be what they are meant to be: the text then reads
 * as the same document with nothing but the change, what is wrong with it is gone, and nothing else has come.
 */
public final class Trial {
    private final Reading reading;
    private String text;
    private Map<String, Integer> findings;
    private @Nullable String obstacle;

    /** How a text is read. */
    public interface Reading {
        /** What it says, as {@link Plain} has it, made anew each time; {@code null} where it cannot be read. */
        @Nullable Object plain(String text);

        /** How often each finding is there. */
        Map<String, Integer> findings(String text);
    }

    /** Begins with a text as it is. */
    public Trial(String text, Reading reading) {
        this.reading = reading;
        this.text = text;
        this.findings = reading.findings(text);
    }

    /** The text with the changes that were taken. */
    public String text() {
        return text;
    }

    /**
     * Takes a change, if it is what it is meant to be.
     *
     * @param changed the text with it
     * @param gone the findings that must go, each as often as it is named
     * @param mayCome other findings that may come all the same
     */
    public boolean take(String changed, Proposal.Meaning meaning, Collection<String> gone, Predicate<String> mayCome) {
        obstacle = null;
        if (!isMeant(changed, meaning)) {
            return false;
        }
        Map<String, Integer> going = new HashMap<>();
        gone.forEach(each -> going.merge(each, 1, Integer::sum));
        Map<String, Integer> after = reading.findings(changed);
        for (Map.Entry<String, Integer> now : after.entrySet()) {
            int goes = going.getOrDefault(now.getKey(), 0);
            boolean isGone = goes > 0;
            int before = findings.getOrDefault(now.getKey(), 0) - goes;
            if (now.getValue() > before && (isGone || !mayCome.test(now.getKey()))) {
                obstacle = now.getKey();
                return false;
            }
        }
        text = changed;
        findings = after;
        return true;
    }

    /** What would still be wrong, or would be then, after a change that was not taken; {@code null} if it was not what it is meant to be. */
    public @Nullable String obstacle() {
        return obstacle;
    }

    private boolean isMeant(String changed, Proposal.Meaning meaning) {
        Object before = reading.plain(text);
        Object after = reading.plain(changed);
        if (before == null || after == null) {
            return false;
        }
        meaning.apply(before, after);
        return before.equals(after);
    }
}
