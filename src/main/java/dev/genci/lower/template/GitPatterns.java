package dev.genci.lower.template;

import dev.genci.manifest.Located;
import dev.genci.manifest.PathFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * The patterns of Actions as git's, of the magic {@code glob}: gitglossary, "pathspec". There {@code **} is only special as a
 * whole part of a path; in Actions it stands for any text, and so may a slash be in it.
 */
final class GitPatterns {
    private static final String ANY = "**";

    private GitPatterns() {}

    /**
     * The patterns of a filter; a leading {@code !} takes away from those before it. No pattern has white space in it.
     */
    static List<String> of(PathFilter filter) {
        List<String> patterns = new ArrayList<>();
        if (filter.ignores()) {
            patterns.add(ANY);
        }
        for (Located<String> pattern : filter.patterns()) {
            String text = pattern.value();
            boolean negative = filter.ignores() || text.startsWith("!");
            String positive = text.startsWith("!") ? text.substring(1) : text;
            forms(positive).forEach(form -> patterns.add(negative ? "!" + form : form));
        }
        return patterns;
    }

    /** The patterns of git that together match what one of Actions does. */
    private static List<String> forms(String pattern) {
        List<StringBuilder> forms = new ArrayList<>(List.of(new StringBuilder()));
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                append(forms, pattern.substring(i, i + 2));
                i++;
            } else if (c == '*' && pattern.startsWith(ANY, i)) {
                int end = i;
                while (end < pattern.length() && pattern.charAt(end) == '*') {
                    end++;
                }
                addAny(forms, i == 0 || pattern.charAt(i - 1) == '/', pattern, end);
                i = end - 1;
            } else {
                append(forms, c == ' ' || c == '\t' ? "[[:space:]]" : String.valueOf(c));
            }
        }
        return forms.stream().map(StringBuilder::toString).toList();
    }

    /** Any text: within one part of a path, or over several. */
    private static void addAny(List<StringBuilder> forms, boolean begins, String pattern, int end) {
        boolean ends = end == pattern.length() || pattern.charAt(end) == '/';
        if (begins) {
            append(forms, ends ? ANY : "**/*");
        } else if (ends && end < pattern.length()) {
            append(forms, "*/**");
        } else {
            List<StringBuilder> over = forms.stream().map(StringBuilder::new).toList();
            append(forms, "*");
            append(over, ends ? "*/**" : "*/**/*");
            forms.addAll(over);
        }
    }

    private static void append(List<StringBuilder> forms, String text) {
        forms.forEach(form -> form.append(text));
    }
}
