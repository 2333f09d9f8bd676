package dev.genci.analysis.rule;

import dev.genci.manifest.Invocation;

/**
 * An interpreter's name, as the schema allows it: {@code pypy-3.11}, {@code 3.13t}, {@code 3.15.0rc1}, {@code 3.15-dev},
 * {@code pypy3.11-v7.3.20}, {@code 3.13+debug} and {@code 3.x}. nox searches with python-discovery ({@code _py_spec.py}), which reads what follows a hyphen as a machine and takes no
 * pre-releases. setup-python: {@code find-python.ts} of v7. Of GraalPy, nox and uv name the Python that it runs, {@code
 * graalpy3.11}, but setup-python its own release, {@code graalpy24.1}.
 */
public final class InterpreterName {
    /** The end of a name that may mean a pre-release. */
    private static final String DEV = "-dev";

    private static final String DEBUG = "+debug";
    private static final String BUILD_OF_PYPY = "-v";

    /** No minor of CPython 3 can be read. */
    static final int UNKNOWN = Integer.MAX_VALUE;

    private InterpreterName() {}

    /** Whether nox finds an interpreter by this name. */
    public static boolean isNox(String name) {
        int digits = letters(name, 0);
        return digits == release(name) && end(name, digits, "t") == name.length() && !isReleaseOfGraalPy(name);
    }

    /** Whether it means the newest CPython 3, whatever its number. */
    static boolean isNewest(String name) {
        return name.equals(Invocation.NEWEST);
    }

    /** Whether it names a build with which CPython itself is debugged. Only uv has such ones. */
    static boolean isDebug(String name) {
        return name.endsWith(DEBUG);
    }

    /** Whether uv knows it, by its own words for some. */
    static boolean isUv(String name) {
        return !isBuildOfPyPy(name) && !(isDebug(name) && (name.startsWith("pypy") || isGraalPy(name)));
    }

    /** Whether an image may have it as {@code python} and the name. */
    static boolean isOfImage(String name) {
        return !isNewest(name) && !isDebug(name) && !isBuildOfPyPy(name);
    }

    /** Whether it names an exact build of PyPy, by both its numbers. */
    private static boolean isBuildOfPyPy(String name) {
        return name.startsWith("pypy") && name.contains(BUILD_OF_PYPY);
    }

    /** Whether it names GraalPy and its own release, which is newer than the Python that it runs. */
    static boolean isReleaseOfGraalPy(String name) {
        return isGraalPy(name) && !name.substring(release(name)).matches("3(?:\\d\\d)?(?:\\..*)?");
    }

    static boolean isGraalPy(String name) {
        return name.startsWith("graalpy");
    }

    /** Whether setup-python accepts it; the prefix {@code python} or {@code cpython} is not passed to it. */
    public static boolean isSetupPython(String name) {
        if (isNewest(name) || isBuildOfPyPy(name)) {
            return true;
        }
        int start = release(name);
        int end = digits(name, start);
        String rest = name.substring(end);
        long parts =
                1 + name.substring(start, end).chars().filter(c -> c == '.').count();
        if (rest.isEmpty() || name.startsWith("pypy") || isGraalPy(name)) {
            return rest.isEmpty() && (!isGraalPy(name) || isReleaseOfGraalPy(name));
        }
        return switch (rest) {
            case "t" -> parts > 1;
            case DEV, "t" + DEV -> parts == 2;
            default -> parts == 3 && digits(rest, letters(rest, 0)) == rest.length();
        };
    }

    /** A name of the same interpreter that everybody knows. */
    static String plain(String name) {
        int end = digits(name, release(name));
        return name.substring(0, letters(name, 0))
                + name.substring(release(name), end)
                + (isFreeThreaded(name) ? "t" : "");
    }

    static boolean isFreeThreaded(String name) {
        return name.endsWith("t") || name.endsWith("t" + DEV);
    }

    /** 12 of {@code 3.12.1}; -1 for every Python 2; {@link #UNKNOWN} for other implementations and without a minor. */
    static int minorOfCPython(String name) {
        if (name.startsWith("pypy") || isGraalPy(name) || isNewest(name)) {
            return UNKNOWN;
        }
        String[] parts =
                name.substring(release(name), digits(name, release(name))).split("\\.", 3);
        if (parts[0].equals("2")) {
            return -1;
        }
        return parts[0].equals("3") && parts.length > 1 ? Integer.parseInt(parts[1]) : UNKNOWN;
    }

    /** Where the number begins, after the implementation and a hyphen. */
    private static int release(String name) {
        int letters = letters(name, 0);
        return letters > 0 && name.charAt(letters) == '-' ? letters + 1 : letters;
    }

    private static int end(String name, int start, String more) {
        int end = digits(name, start);
        return name.startsWith(more, end) ? end + more.length() : end;
    }

    private static int letters(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        return end;
    }

    private static int digits(String text, int start) {
        int end = start;
        while (end < text.length() && (text.charAt(end) == '.' || Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }
}
