package dev.genci.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of nox for an entry, or one run of its command: a row, before runners are added.
 *
 * @param entry the entry's name
 * @param session nox's name of the session, without what nox adds to it; for a command the entry's name
 * @param version absent for a command without an interpreter
 * @param parameters in parentheses, as nox prints them; may be empty
 * @param own its value on each axis of the manifest's own, in their order
 */
public record Invocation(
        String entry, String session, @Nullable Version version, String parameters, Map<String, String> own) {

    /**
     * The version of an interpreter, and which names have it.
     *
     * @param written as the manifest writes it
     * @param inName whether the name of the row has it
     * @param inSelector whether nox's name has it
     * @param inVenv whether the name of the virtual environment has it
     */
    public record Version(String written, boolean inName, boolean inSelector, boolean inVenv) {
        /** As nox calls it, without what only the action that sets it up knows. */
        public String text() {
            return nameForNox(written);
        }
    }

    /** A version that means the newest one of CPython 3. */
    public static final String NEWEST = "3.x";

    /** The minor of the newest CPython 3 that has been released, as far as gen-ci knows: uv 0.13.9 lists 3.15.2. */
    private static final int NEWEST_MINOR = 15;

    private static final String PYPY = "pypy";
    private static final String BUILD_OF_PYPY = "-v";
    private static final String PRE_RELEASE = "-dev";

    /** The name of the row: the entry's, with what nox adds to it, and its own axes: {@code tests-3.12(django='4.2') (1)}. */
    public String name() {
        return nameOn(null);
    }

    /** The same on a runner, as one word; absent where the runner is no part of it. */
    String nameOn(@Nullable String runner) {
        String name = entry + (version != null && version.inName() ? "-" + version.text() : "") + parameters;
        List<String> words = new ArrayList<>(own.values());
        if (runner != null) {
            words.add(runner);
        }
        return words.isEmpty() ? name : name + " (" + String.join(", ", words) + ")";
    }

    /** The argument of {@code nox -s}; for a command the entry's name. */
    public String selector() {
        return session + (version != null && version.inSelector() ? "-" + version.text() : "") + parameters;
    }

    /** The name after which nox names the folder of the virtual environment. */
    public String venv() {
        return session + (version != null && version.inVenv() ? "-" + version.text() : "") + parameters;
    }

    /** The parameters one by one. */
    public List<Parameters.Parameter> listed() {
        return parameters.isEmpty() ? List.of() : Parameters.of(parameters.substring(1, parameters.length() - 1));
    }

    /** The value on an axis; absent where it has none. */
    @Nullable String value(String axis) {
        if (axis.equals(SessionKey.PYTHON.key()) && version != null) {
            return version.written();
        }
        for (Parameters.Parameter parameter : listed()) {
            if (parameter.name().equals(axis)) {
                return parameter.value();
            }
        }
        return own.get(axis);
    }

    /** The interpreter to set up; {@code null} for a command without one. */
    public @Nullable String python() {
        return version == null ? null : release(version.written());
    }

    /** The invocations of an entry, pythons first, then parameters, then its own axes. */
    public static List<Invocation> of(Work work) {
        return of(work, work.call() instanceof NoxCall call ? call : null);
    }

    /** Those of one of the sessions that an entry calls nox with. */
    public static List<Invocation> of(Work work, @Nullable NoxCall nox) {
        List<Map<String, String>> combinations = combinations(work.axes().own());
        List<Invocation> all = new ArrayList<>();
        for (@Nullable String python : pythons(work)) {
            if (work.axes().parameters().isEmpty()) {
                combinations.forEach(own -> all.add(invocation(work, nox, python, "", own)));
            }
            for (Located<String> parameter : work.axes().parameters()) {
                combinations.forEach(own -> all.add(invocation(work, nox, python, "(" + parameter.value() + ")", own)));
            }
        }
        if (work.axes().isSelection()) {
            all.removeIf(invocation -> !work.axes().has(invocation));
        }
        return all;
    }

    /** A value of each axis, the last one changing first; without axes one combination of none. */
    private static List<Map<String, String>> combinations(List<Axes.Own> axes) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Axes.Own axis : axes) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (Located<String> value : axis.values()) {
                    Map<String, String> one = new LinkedHashMap<>(before);
                    one.put(axis.name().value(), value.value());
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<@Nullable String> pythons(Work work) {
        List<@Nullable String> pythons = new ArrayList<>();
        work.axes().pythons().forEach(python -> pythons.add(python.value()));
        if (pythons.isEmpty()) {
            pythons.add(null);
        }
        return pythons;
    }

    private static Invocation invocation(
            Work work, @Nullable NoxCall nox, @Nullable String python, String parameters, Map<String, String> own) {
        boolean named = nox != null && nox.pythonBy() == PythonBy.NAME;
        boolean inVenv = nox != null
                ? named || forcesPython(work, nox.pythonBy())
                : work.call().namesPython();
        boolean inName = inVenv || work.axes().pythonsOfEntry().size() > 1;
        String session = nox == null ? work.name() : nox.session().value();
        // The name in a list of calls may have parameters, before which nox puts the interpreter.
        int end =
                work.call() != nox && nox != null && session.indexOf('(') > 0 ? session.indexOf('(') : session.length();
        return new Invocation(
                work.name(),
                session.substring(0, end),
                python == null ? null : new Version(python, inName, named, inVenv),
                parameters + session.substring(end),
                own);
    }

    /** Whether {@code --force-python} is needed: for the manifest, or as nox cannot run on the session's interpreter. */
    public static boolean forcesPython(Work work) {
        return work.call().waysOfPython().anyMatch(by -> forcesPython(work, by));
    }

    /** Whether a call of an entry needs {@code --force-python}. */
    public static boolean forcesPython(Work work, PythonBy by) {
        return by == PythonBy.FORCE || by == PythonBy.JOB && needsNoxPython(work);
    }

    /** Whether nox gets the interpreter: in the session's name, or by force. */
    public static boolean givesPython(Work work) {
        return forcesPython(work) || work.call().waysOfPython().anyMatch(PythonBy.NAME::equals);
    }

    /** Whether nox is installed for an entry; what a project's own nox runs on, it knows itself. */
    public static boolean installsNox(Work work) {
        NoxStart start = work.call().start();
        return start != null && !start.isOwn();
    }

    /** Whether nox needs another interpreter than the session's in some row. */
    public static boolean needsNoxPython(Work work) {
        return installsNox(work) && work.axes().pythonsOfEntry().stream().anyMatch(python -> !runsNox(python.value()));
    }

    /** Whether nox can run on an interpreter: CPython from 3.10 on, since nox 2026.7.11. */
    public static boolean runsNox(String python) {
        if (python.equals(NEWEST)) {
            return true;
        }
        String[] parts = release(python).split("\\.", 3);
        int major = number(parts[0]);
        return parts.length < 2 ? major >= 3 : major > 3 || major == 3 && number(parts[1]) >= 10;
    }

    /** The number that a text starts with: {@code 13} of {@code 13t} and of {@code 13-dev}; -1 when there is none. */
    private static int number(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == 0 ? -1 : Integer.parseInt(text.substring(0, end));
    }

    /** A version as nox and uv call it: without the suffix of pre-releases, and without the build of a PyPy. */
    public static String nameForNox(String written) {
        int build = written.startsWith(PYPY) ? written.indexOf(BUILD_OF_PYPY) : -1;
        return build < 0 ? stable(written) : written.substring(0, build);
    }

    /** Whether nox knows some interpreter of an entry only without its build, {@code pypy3.11} of {@code pypy3.11-v7.3.20}. */
    public static boolean namesBuilds(Work work) {
        return work.axes().pythonsOfEntry().stream()
                .anyMatch(python ->
                        python.value().startsWith(PYPY) && python.value().contains(BUILD_OF_PYPY));
    }

    /** Whether some version of an entry may be a pre-release: the manifest says so, or no release of it is known. */
    public static boolean mayBePreRelease(Work work) {
        return work.axes().pythonsOfEntry().stream().anyMatch(python -> mayBePreRelease(python.value()));
    }

    /** Whether a version may be one. */
    public static boolean mayBePreRelease(String python) {
        String[] parts = release(python).split("\\.", 3);
        return python.endsWith(PRE_RELEASE)
                || parts.length > 1 && parts[0].equals("3") && number(parts[1]) > NEWEST_MINOR;
    }

    /** A version without the suffix of pre-releases. */
    private static String stable(String python) {
        return python.endsWith(PRE_RELEASE) ? python.substring(0, python.length() - PRE_RELEASE.length()) : python;
    }

    /**
     * A version without the prefix {@code python} and the suffix of pre-releases: the actions accept {@code 3.12} and {@code
     * pypy3.11}.
     */
    public static String release(String written) {
        String python = stable(written);
        for (String word : List.of("cpython", "python")) {
            if (python.startsWith(word)) {
                String rest = python.substring(word.length());
                return rest.startsWith("-") ? rest.substring(1) : rest;
            }
        }
        return python;
    }
}
