package dev.genci.audit;

import dev.genci.noxfile.NoxListing;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import java.util.ArrayList;
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
 * @param python that a step sets up; empty where none does, {@code null} where only a run knows it
 * @param sessions that the row runs, in their order
 */
record RowFacts(
        AuditedJob job,
        int row,
        @Nullable String system,
        @Nullable String python,
        List<RowFacts.Session> sessions) {
    private static final Pattern VERSION = Pattern.compile(".*-((?:pypy|graalpy)?3(?:\\.\\d+)*t?)(?:\\(.*\\))?");

    /** Copies the sessions. */
    RowFacts {
        sessions = List.copyOf(sessions);
    }

    /**
     * A session in a row.
     *
     * @param python its interpreter; empty for that of the machine, {@code null} where only a run knows it
     * @param environment the variables of its job and its step; {@code null} where only a run knows one
     */
    record Session(
            String name,
            NoxRun run,
            @Nullable String python,
            @Nullable Map<String, String> environment) {}

    /** Those of all rows of a job. */
    static List<RowFacts> of(AuditedJob job, @Nullable NoxListing listing) {
        List<RowFacts> all = new ArrayList<>();
        for (int row = 0; row < job.rows().rows().size(); row++) {
            Content matrix =
                    new Content.Context(job.rows().rows().get(row), job.rows().unknown() == null);
            Content scope = new Content.Context(Map.of("matrix", matrix), false);
            String python = python(job.job().steps(), scope);
            List<Session> sessions = new ArrayList<>();
            for (int i = 0; i < job.runs().size(); i++) {
                NoxRun run = job.runs().get(i);
                if (run.row() == row && !run.lists() && !run.installOnly()) {
                    Map<String, String> environment = environment(job, run, scope);
                    for (String name : job.selections().get(i).sessions()) {
                        String own = python(name, run, listing);
                        sessions.add(new Session(name, run, own.isEmpty() ? python : own, environment));
                    }
                }
            }
            all.add(new RowFacts(job, row, system(job.job().settings(), scope), python, sessions));
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
    private static String python(String name, NoxRun run, @Nullable NoxListing listing) {
        Matcher version = VERSION.matcher(name);
        if (version.matches()) {
            return version.group(1);
        }
        List<Argument> asked = run.forced().isEmpty() ? run.pythons() : run.forced();
        if (asked.size() == 1 && asked.get(0).known()) {
            return asked.get(0).text();
        }
        return listing == null
                ? ""
                : listing.sessions().stream()
                        .filter(session -> session.session().equals(name) && session.python() != null)
                        .map(session -> String.valueOf(session.python()))
                        .findFirst()
                        .orElse("");
    }

    private static @Nullable Map<String, String> environment(AuditedJob job, NoxRun run, Content scope) {
        Map<String, String> all = new TreeMap<>();
        Settings step = job.job().steps().get(run.step()).settings();
        for (Settings env : List.of(job.job().settings().in("env"), step.in("env"))) {
            for (String name : env.names()) {
                String value = Template.text(env.text(name), scope);
                if (value == null) {
                    return null;
                }
                all.put(name, value);
            }
        }
        all.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).contains("COV"));
        return all;
    }
}
