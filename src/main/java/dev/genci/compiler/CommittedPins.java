package dev.genci.compiler;

import dev.genci.data.ActionVersion;
import dev.genci.data.Pin;
import dev.genci.workflow.Uses;
import dev.genci.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pins of a committed workflow: {@code owner/name@<40 hexadecimal digits> # v1.2.3} in the {@code uses} of a step,
 * whoever wrote them there. Text that looks like one in a script or another comment is not a pin.
 */
final class CommittedPins {
    private static final int SHA = 40;

    private CommittedPins() {}

    /** The pins of several workflows by {@code owner/name}; those of the first win. */
    static Map<String, Pin> of(List<CommittedWorkflow> committed) {
        Map<String, Pin> pins = new LinkedHashMap<>();
        for (CommittedWorkflow one : committed) {
            of(one.workflow()).forEach(pins::putIfAbsent);
        }
        return pins;
    }

    /** The pins by {@code owner/name}; the highest version where there are several. None of what is no workflow. */
    static Map<String, Pin> of(@Nullable Workflow workflow) {
        Map<String, Pin> pins = new LinkedHashMap<>();
        if (workflow != null) {
            workflow.steps().forEach(step -> {
                Uses uses = step.uses();
                Pin pin = uses == null ? null : pin(uses);
                if (uses != null && pin != null) {
                    pins.merge(
                            uses.repository(),
                            pin,
                            (a, b) -> ActionVersion.compare(a.version(), b.version()) >= 0 ? a : b);
                }
            });
        }
        return pins;
    }

    private static @Nullable Pin pin(Uses uses) {
        String version = firstWord(uses.comment());
        boolean pinned = isSha(uses.ref()) && ActionVersion.isWellFormed(version);
        return pinned && uses.repository().contains("/") ? new Pin(uses.ref(), version) : null;
    }

    /** Only a space ends it: a character that other readers treat as the end of the line is part of the word. */
    private static String firstWord(String comment) {
        int space = comment.indexOf(' ');
        return space < 0 ? comment : comment.substring(0, space);
    }

    private static boolean isSha(String text) {
        return text.length() == SHA && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
