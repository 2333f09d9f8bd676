package dev.genci.manifest;

/** The duration of a session, as written in the manifest. */
final class Duration {
    private Duration() {}

    /** {@code 90}, {@code 4m}, {@code 1h5m}: seconds. */
    static int seconds(String duration) {
        int total = 0;
        int number = 0;
        for (int i = 0; i < duration.length(); i++) {
            char c = duration.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + c - '0';
            } else {
                total += number * (c == 'h' ? 3600 : c == 'm' ? 60 : 1);
                number = 0;
            }
        }
        return total + number;
    }
}
