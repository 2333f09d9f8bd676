package dev.genci.data;

import java.text.Normalizer;
import java.util.Locale;

/** The folder below {@code .nox} in which nox keeps a session's environment: {@code _normalize_path} in its sessions.py. */
public final class VenvFolder {
    private VenvFolder() {}

    /** Without nox's last step, which only shortens long names by a hash. */
    public static String of(String name) {
        StringBuilder out = new StringBuilder();
        // Only other characters need Java's tables, which are slow to load.
        boolean ascii = name.chars().allMatch(c -> c < 128);
        String normal = ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            boolean kept = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (kept) {
                out.append(c);
            } else if (c < 128 && !out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        int end = out.length() > 0 && out.charAt(out.length() - 1) == '-' ? out.length() - 1 : out.length();
        String folder = out.substring(0, end).toLowerCase(Locale.ROOT);
        return folder.isEmpty() ? name : folder;
    }
}
