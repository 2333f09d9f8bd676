package dev.genci.data;

/** Versions of actions as their tags spell them. */
public final class ActionVersion {
    private ActionVersion() {}

    /** Compares number by number; {@code v7} is {@code v7.0.0}. */
    public static int compare(String a, String b) {
        String[] left = numbers(a);
        String[] right = numbers(b);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Long.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The first number. */
    public static long major(String version) {
        return number(numbers(version), 0);
    }

    private static String[] numbers(String version) {
        return (version.startsWith("v") ? version.substring(1) : version).split("[^0-9]+");
    }

    private static long number(String[] numbers, int index) {
        boolean there = index < numbers.length && !numbers[index].isEmpty() && numbers[index].length() < 18;
        return there ? Long.parseLong(numbers[index]) : 0;
    }
}
