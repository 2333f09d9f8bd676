package dev.genci.takeover;

import java.util.ArrayList;
import java.util.List;

/** The parts of a condition that must all hold. */
final class Terms {
    private Terms() {}

    /** Those of a condition without braces, in its order; none of an empty one. */
    static List<String> of(String condition) {
        List<String> terms = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        boolean or = false;
        for (int i = 0; i < condition.length(); i++) {
            char c = condition.charAt(i);
            quoted ^= c == '\'';
            if (quoted) {
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            or |= depth == 0 && condition.startsWith("||", i);
            if (depth == 0 && condition.startsWith("&&", i)) {
                terms.add(condition.substring(start, i).strip());
                start = i + 2;
                i++;
            }
        }
        String last = condition.substring(start).strip();
        // && binds more closely than ||, so such a condition is one part.
        if (or) {
            return List.of(condition.strip());
        }
        if (!last.isEmpty()) {
            terms.add(last);
        }
        return terms;
    }

    /** Whether a part asks how earlier steps or jobs have ended. */
    static boolean isStatus(String term) {
        return term.matches("(?s).*\\b(always|success|failure|cancelled)\\s*\\(.*");
    }
}
