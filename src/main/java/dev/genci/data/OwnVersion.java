package dev.genci.data;

/** Versions of gen-ci itself: three numbers. Only the last one differs between releases that write the same workflows. */
public final class OwnVersion {
    /** Of this gen-ci. */
    public static final String CURRENT = "0.1.0";

    private OwnVersion() {}

    /** Whether a text is a version of gen-ci. */
    public static boolean isWellFormed(String text) {
        String[] numbers = text.split("\\.", -1);
        boolean three = numbers.length == 3;
        for (String number : numbers) {
            three = three
                    && !number.isEmpty()
                    && number.length() <= 9
                    && number.chars().allMatch(c -> c >= '0' && c <= '9');
        }
        return three;
    }

    /** Negative where a version is of an older minor release than this gen-ci, positive where of a newer one. */
    public static int compareMinor(String version) {
        return ActionVersion.compare(minor(version), minor(CURRENT));
    }

    /** Whether a version is newer than this gen-ci, which therefore cannot know it. */
    public static boolean isNewer(String version) {
        return ActionVersion.compare(version, CURRENT) > 0;
    }

    private static String minor(String version) {
        return version.substring(0, version.lastIndexOf('.'));
    }
}
