package dev.genci.audit;

import dev.genci.workflow.Workflow;
import dev.genci.yaml.YamlScalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the checks that workflows report on GitHub: those of jobs, behind a caller's those of the workflow that it
 * calls. What only a run knows of a name may be anything.
 */
final class CheckNames {
    /** No repository reports so many checks: where there are more, any name may be one. */
    private static final int MOST = 2_000;

    private static final String BEHIND = " / ";

    /** Stands for any text in a name. */
    private static final char ANY = '\0';

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> jobs = new LinkedHashSet<>();
    private final Budget budget = new Budget();
    private boolean cut;

    private CheckNames() {}

    /** Those of workflows. */
    static CheckNames of(List<AuditedWorkflow> workflows) {
        CheckNames all = new CheckNames();
        workflows.forEach(workflow -> all.add(workflow, "", 0));
        return all;
    }

    private void add(AuditedWorkflow workflow, String prefix, int depth) {
        for (AuditedJob job : workflow.jobs()) {
            jobs.add(base(job));
            jobs.add(job.job().id());
            for (Map<String, Content> row : job.rows().rows()) {
                cut |= names.size() + open.size() > MOST || !budget.spend();
                if (!cut) {
                    row(workflow, job, prefix + name(job, row), depth);
                }
            }
        }
    }

    private void row(AuditedWorkflow workflow, AuditedJob job, String name, int depth) {
        YamlScalar uses = job.job().settings().scalar("uses");
        if (uses == null) {
            add(name);
            return;
        }
        Workflow called =
                Paths.isOfRepository(uses.text()) ? workflow.library().workflow(Paths.normal(uses.text())) : null;
        if (called == null || depth >= JobAudit.DEEPEST) {
            add(name + BEHIND + ANY);
            return;
        }
        // What a caller hands over may be in the names of its jobs, and is not looked up.
        add(new JobAudit(workflow.library(), null).of(called, new Content.Unknown(), budget), name + BEHIND, depth + 1);
    }

    private void add(String name) {
        (name.indexOf(ANY) >= 0 ? open : names).add(name);
    }

    /** The name of a row; where only a run knows a part, that may be anything. */
    private static String name(AuditedJob job, Map<String, Content> row) {
        boolean known = job.rows().unknown() == null
                && row.values().stream().allMatch(value -> value.isKnown() && value.text() != null);
        String name = known ? CheckName.of(job.job(), true, row) : null;
        if (name != null) {
            return name;
        }
        String written = job.job().settings().text("name").strip();
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = written.indexOf(Template.OPEN); at >= 0; at = written.indexOf(Template.OPEN, from)) {
            int end = Template.end(written, at);
            if (end < 0) {
                break;
            }
            out.append(written, from, at).append(ANY);
            from = end;
        }
        out.append(written.isEmpty() ? job.job().id() : written.substring(from));
        return out.append(CheckName.readsMatrix(written) ? "" : ANY).toString();
    }

    /** The name of a job without the values of its rows. */
    private static String base(AuditedJob job) {
        String written = job.job().settings().text("name").strip();
        return written.isEmpty() || written.contains(Template.OPEN) ? job.job().id() : written;
    }

    /** Whether a job may report a check. */
    boolean mayHave(String name) {
        return cut || names.contains(name) || open.stream().anyMatch(pattern -> Wildcard.matches(pattern, ANY, name));
    }

    /** All names that are known. */
    Set<String> all() {
        return names;
    }

    /**
     * The job that a name belongs to, as far as one can see: without the values of a row, and without what the forge shows
     * before it.
     *
     * @return {@code null} where there is none
     */
    @Nullable String job(String name) {
        int behind = name.lastIndexOf(BEHIND);
        String plain = behind < 0 ? name : name.substring(behind + BEHIND.length());
        int values = plain.indexOf(" (");
        String base = (values < 0 ? plain : plain.substring(0, values)).strip().toLowerCase(Locale.ROOT);
        return jobs.stream()
                .filter(job -> job.toLowerCase(Locale.ROOT).equals(base))
                .findFirst()
                .orElse(null);
    }

    /** The names of checks that a job reports, as far as they are known. */
    List<String> of(String job) {
        return names.stream()
                .filter(name -> name.equals(job) || name.startsWith(job + " ("))
                .toList();
    }
}
