package dev.genci.audit;

import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the sessions of a row run.
 *
 * @param system the label of the runner, and the container; {@code null} where only a run knows it
 * @param sessions that the row runs, in their order
 */
record RowFacts(@Nullable String system, List<RowFacts.Session> sessions) {
    private static final Pattern VERSION = Pattern.compile(".*-((?:pypy|graalpy)?3(?:\\.\\d+)*t?)(?:\\(.*\\))?");

    /** Copies the sessions. */
    RowFacts {
        sessions = List.copyOf(sessions);
    }

    /**
     * A session in a row.
     *
     * @param python its interpreter; empty for that of the machine, {@code null} where only a run knows it
     */
    record Session(
            String name, Coverage.Kind kind, @Nullable String python, RowFacts.Run run) {}

    /**
     * What all sessions of a command share.
     *
     * @param environment the variables that are set for it; {@code null} where only a run knows one
     * @param measures whether its options ask for coverage
     * @param words that its sessions get besides
     */
    record Run(NoxRun nox, @Nullable Map<String, String> environment, boolean measures, String words) {}

    /**
     * Those of the rows of a job that run sessions.
     *
     * @param pythons the interpreters of sessions, as the listing has them
     */
    static List<RowFacts> of(AuditedJob job, Map<String, String> pythons) {
        Map<Integer, List<Integer>> byRow = new TreeMap<>();
        for (int i = 0; i < job.runs().size(); i++) {
            NoxRun run = job.runs().get(i);
            if (!run.lists() && !run.installOnly()) {
                byRow.computeIfAbsent(run.row(), row -> new ArrayList<>()).add(i);
            }
        }
        List<RowFacts> all = new ArrayList<>();
        byRow.forEach((row, runs) -> all.add(of(job, row, runs, pythons)));
        return all;
    }

    private static RowFacts of(AuditedJob job, int row, List<Integer> runs, Map<String, String> pythons) {
        Content matrix =
                new Content.Context(job.rows().rows().get(row), job.rows().unknown() == null);
        Content scope = new Content.Context(Map.of("matrix", matrix), false);
        String python = python(job.job().steps(), scope);
        List<Session> sessions = new ArrayList<>();
        for (int i : runs) {
            NoxRun nox = job.runs().get(i);
            Run run = new Run(nox, environment(nox), Coverage.isAsked(nox), Coverage.others(nox.posargs()));
            for (String name : job.selections().get(i).sessions()) {
                String own = python(name, nox, pythons);
                sessions.add(new Session(name, Coverage.kind(name), own.isEmpty() ? python : own, run));
            }
        }
        return new RowFacts(system(job.job().settings(), scope), sessions);
    }

    /** The interpreters of the sessions of a listing. */
    static Map<String, String> pythons(@Nullable NoxListing listing) {
        Map<String, String> all = new HashMap<>();
        for (NoxSession session : listing == null ? List.<NoxSession>of() : listing.sessions()) {
            if (session.python() != null) {
                all.putIfAbsent(session.session(), session.python());
            }
        }
        return all;
    }

    private static @Nullable String system(Settings job, Content scope) {
        String container = job.in("container").text("image") + job.text("container");
        String text = Template.text(job.text("runs-on") + "\n" + container, scope);
        return text == null || text.isBlank() || job.text("runs-on").isEmpty() ? null : text.strip();
    }

    /** The interpreter that the last step sets up. */
    private static @Nullable String python(List<Step> steps, Content scope) {
        String python = "";
        for (Step step : steps) {
            String action = step.uses() == null ? "" : step.uses().repository().toLowerCase(Locale.ROOT);
            Settings with = step.settings().in("with");
            boolean sets = action.endsWith("/setup-python") || action.endsWith("/setup-uv");
            if (sets
                    && with.has("python-version")
                    && Template.mayBeTrue(step.settings().text("if"), scope)) {
                python = Template.text(with.text("python-version"), scope);
            }
        }
        return python;
    }

    /** That of the session itself, as its name or the listing has it; empty for none. */
    private static String python(String name, NoxRun run, Map<String, String> pythons) {
        Matcher version = VERSION.matcher(name);
        if (version.matches()) {
            return version.group(1);
        }
        List<Argument> asked = run.forced().isEmpty() ? run.pythons() : run.forced();
        if (asked.size() == 1 && asked.get(0).known()) {
            return asked.get(0).text();
        }
        return pythons.getOrDefault(name, "");
    }

    /** The variables of a run but for those of coverage. */
    private static @Nullable Map<String, String> environment(NoxRun run) {
        if (run.variables() == null) {
            return null;
        }
        Map<String, String> all = new TreeMap<>(run.variables());
        all.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).contains("COV"));
        return all;
    }
}
