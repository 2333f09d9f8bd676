package dev.genci.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether two trees are the same but for a text that one has where the other has a marker, or their folders, if both are paths. */
final class Substitution {
    private final String marker;
    private final String text;
    private final String markerFolder;
    private final String textFolder;
    private boolean exact;
    private String difference = "";

    Substitution(String marker, String text) {
        this.marker = marker;
        this.text = text;
        boolean paths = marker.indexOf('/') > 0 && text.indexOf('/') > 0;
        markerFolder = paths ? folder(marker) : marker;
        textFolder = paths ? folder(text) : text;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Says where they differ; empty when they do not. */
    String compare(Object withMarker, Object withText) {
        boolean same = same(withMarker, withText, "");
        boolean lost = same && String.valueOf(withMarker).contains(marker) && !exact;
        return same ? lost ? "it is nowhere as it was written" : "" : difference;
    }

    private boolean same(Object a, Object b, String path) {
        boolean same;
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            same = same(List.copyOf(x.keySet()), List.copyOf(y.keySet()), path + " keys")
                    && x.keySet().stream().allMatch(key -> same(x.get(key), y.get(named(key, y)), path + "." + key));
        } else if (a instanceof List<?> x && b instanceof List<?> y) {
            same = x.size() == y.size();
            for (int i = 0; same && i < x.size(); i++) {
                same = same(x.get(i), y.get(i), path + "[" + i + "]");
            }
        } else if (a instanceof String x && (x.contains(marker) || x.contains(markerFolder))) {
            same = b instanceof String y && substituted(withoutDigest(x), withoutDigest(y));
        } else {
            same = a instanceof String x && b instanceof String y
                    ? withoutDigest(x).equals(withoutDigest(y))
                    : a == null ? b == null : a.equals(b);
        }
        if (!same && difference.isEmpty()) {
            difference = path + ": " + a + " became " + b;
        }
        return same;
    }

    /** A cache key without the eight digits that stand for the sessions of several calls. */
    private static String withoutDigest(String text) {
        return text.startsWith("nox-") ? text.replaceFirst("-[0-9a-f]{8}(?=[-|])", "") : text;
    }

    private Object named(Object key, Map<?, ?> other) {
        Object name = key.toString().replace(marker, text);
        return other.containsKey(name) ? name : key;
    }

    /** As Python shows a text: nox's name of a parameter. */
    private static String python(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            String plain = (c == '\\' || c == quote ? "\\" : "") + Character.toString(c);
            out.append(c == '\t' ? "\\t" : c == ' ' || isPrintable(c) ? plain : escaped(c));
        });
        return out.append(quote).toString();
    }

    /** As git's patterns show it, which are separated by spaces. */
    private static String oneWord(String pattern) {
        return pattern.replaceAll("[ \\t]", "[[:space:]]");
    }

    private static String escaped(int c) {
        return String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }

    private static boolean isPrintable(int c) {
        return !Set.of(
                        Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SPACE_SEPARATOR)
                .contains((byte) Character.getType(c));
    }

    /**
     * In an expression a quote is doubled; a name of ours, such as a cache key's part, is made of what is safe; a workflow is
     * called as its file, without the folders.
     */
    private boolean substituted(String a, String b) {
        boolean written = b.equals(a.replace(marker, text))
                || b.equals(a.replace(marker, text.replace("'", "''")))
                || b.equals(a.replace("'" + marker + "'", python(text)))
                || b.equals(a.replace(oneWord(marker), oneWord(text)))
                || b.equals(a.replace(markerFolder, textFolder));
        if (written) {
            exact = true;
            return true;
        }
        String file = text.substring(text.lastIndexOf('/') + 1);
        return b.matches("[A-Za-z0-9._-]*") || b.equals(a.replace(marker, file));
    }
}
