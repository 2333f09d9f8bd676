package dev.genci.takeover;

import dev.genci.audit.ReadRow;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the steps of a row set up before nox runs.
 *
 * @param python the interpreter that is first on the PATH; empty where no step names one
 * @param extra other interpreters
 * @param file that names the interpreter; empty where none does
 * @param uv whether uv sets it up
 * @param unknown the version that only a run knows, as it is written; empty where there is none
 */
record SetUp(String python, List<String> extra, String file, boolean uv, String unknown) {

    /** That of a row. */
    static SetUp of(List<Step> steps, ReadRow row) {
        List<String> versions = new ArrayList<>();
        String python = "";
        String unknown = "";
        String file = "";
        boolean uv = false;
        for (Step step : steps) {
            Uses uses = step.uses();
            String action = uses == null ? "" : uses.repository().toLowerCase(Locale.ROOT);
            boolean sets = action.equals("actions/setup-python") || action.equals("astral-sh/setup-uv");
            if (!sets || !runs(step, row)) {
                continue;
            }
            Settings with = step.settings().in("with");
            unknown = with.has("python-version") && row.scope().text(with.text("python-version")) == null
                    ? with.text("python-version")
                    : unknown;
            String text = row.scope().text(with.text("python-version"));
            for (String each : String.valueOf(text == null ? "" : text).split("[\\s,]+", -1)) {
                String version = named(each);
                if (!version.isEmpty()) {
                    python = version;
                    uv = action.endsWith("/setup-uv");
                    if (!with.text("python-version").contains("${{")) {
                        versions.remove(version);
                        versions.add(version);
                    }
                }
            }
            file = with.text("python-version-file").isEmpty() ? file : with.text("python-version-file");
        }
        // The last one is first on the PATH; where it is written as a version, it is nothing besides.
        boolean written =
                !versions.isEmpty() && versions.get(versions.size() - 1).equals(python);
        List<String> extra = versions.subList(0, written ? versions.size() - 1 : versions.size());
        return new SetUp(python, List.copyOf(extra), python.isEmpty() ? file : "", uv, unknown);
    }

    private static boolean runs(Step step, ReadRow row) {
        String condition = step.settings().text("if");
        return condition.isEmpty() || !Boolean.FALSE.equals(row.scope().truth(condition));
    }

    /** A version as nox calls it: setup-python also knows PyPy with a hyphen. */
    static String named(String version) {
        return version.replaceFirst("^pypy-(?=\\d)", "pypy");
    }

    /** What must be equal for rows of one entry. */
    String kind() {
        return extra + file + uv;
    }
}
