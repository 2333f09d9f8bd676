package dev.genci.data;

/** Converts names to ids of jobs. */
public final class JobId {
    /** Behind the id of a job that sessions share by name, for their rows that may fail. */
    public static final String ALLOWED_TO_FAIL = "-allowed-to-fail";

    private JobId() {}

    /**
     * A name as an id of a job: what is illegal becomes {@code -}, a leading digit or dash gets {@code _}. Both forges
     * accept {@code [A-Za-z_][A-Za-z0-9_-]*}.
     */
    public static String of(String name) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            boolean digit = c >= '0' && c <= '9';
            boolean legal = letter || digit || c == '-';
            if (id.isEmpty() && !letter) {
                id.append('_');
            }
            if (legal || id.charAt(id.length() - 1) != '-') {
                id.append(legal ? c : '-');
            }
        }
        while (id.length() > 1 && id.charAt(id.length() - 1) == '-') {
            id.setLength(id.length() - 1);
        }
        return id.toString();
    }
}
