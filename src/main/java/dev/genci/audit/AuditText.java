package dev.genci.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** An audit for people: what is there. */
public final class AuditText {
    private static final int SHOWN = 8;
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private AuditText() {}

    /** A summary, then each job that runs nox. */
    public static String print(Audit audit) {
        StringBuilder out = new StringBuilder();
        summary(audit.workflows(), out);
        for (AuditedWorkflow workflow : audit.workflows()) {
            List<AuditedJob> shown = workflow.jobs().stream()
                    .filter(job -> job.kind() != AuditedJob.Kind.NONE)
                    .toList();
            if (!shown.isEmpty()) {
                out.append('\n').append(workflow.workflow().file().name()).append('\n');
                shown.forEach(job -> job(job, out));
            }
        }
        return out.toString();
    }

    private static void summary(List<AuditedWorkflow> workflows, StringBuilder out) {
        List<AuditedJob> jobs =
                workflows.stream().flatMap(each -> each.noxJobs().stream()).toList();
        int all = workflows.stream().mapToInt(each -> each.jobs().size()).sum();
        out.append(count(workflows.size(), "workflow")).append(", ").append(count(all, "job"));
        out.append(", ")
                .append(jobs.size() == 1 ? "one runs" : (jobs.isEmpty() ? "none runs" : jobs.size() + " run"))
                .append(" nox\n");
        if (jobs.isEmpty()) {
            return;
        }
        sessions(jobs, out);
        long cached = jobs.stream().filter(AuditedJob::isCached).count();
        long limited = jobs.stream().filter(job -> job.timeout() != null).count();
        out.append(cached).append(" of ").append(jobs.size()).append(" cache .nox, ");
        out.append(limited).append(" of ").append(jobs.size()).append(" have a timeout\n");
    }

    /** How many run one session, and which run more. */
    private static void sessions(List<AuditedJob> jobs, StringBuilder out) {
        List<String> others = new ArrayList<>();
        for (AuditedJob job : jobs) {
            int most = job.mostInARow();
            String id = jobs.size() == 1 ? "it" : named(job, jobs);
            if (job.byDefault()) {
                others.add(id + " runs what the noxfile runs by default");
            } else if (job.isOpen()) {
                others.add(
                        jobs.size() == 1
                                ? "only a run knows which sessions it runs"
                                : id + " runs sessions that only a run knows");
            } else if (most != 1) {
                others.add(id + " runs "
                        + (most == 0 ? "no session" : number(most) + (jobs.size() == 1 ? " sessions" : "")));
            }
        }
        int one = jobs.size() - others.size();
        if (others.isEmpty()) {
            out.append(one == 1 ? "it runs one session\n" : "each runs one session\n");
        } else if (jobs.size() == 1) {
            out.append(others.get(0)).append('\n');
        } else {
            out.append(one).append(" of ").append(count(jobs.size(), "nox job"));
            out.append(one == 1 ? " runs one session; " : " run one session; ");
            out.append(others.size() == 1 ? "only " : "")
                    .append(first(others, others.size()))
                    .append('\n');
        }
    }

    /** The id of a job, with its file where others have the same. */
    private static String named(AuditedJob job, List<AuditedJob> jobs) {
        String id = job.job().id();
        String file = job.job().place().file().name();
        boolean alone = jobs.stream().filter(each -> each.job().id().equals(id)).count() == 1;
        return alone ? id : id + " (" + file.substring(file.lastIndexOf('/') + 1) + ")";
    }

    private static void job(AuditedJob job, StringBuilder out) {
        out.append("  ")
                .append(job.job().id())
                .append(" (line ")
                .append(job.job().place().line())
                .append("): ");
        if (job.kind() == AuditedJob.Kind.LIST) {
            out.append("only lists sessions\n");
            return;
        }
        Set<String> sessions = job.sessions();
        List<String> words = new ArrayList<>(sessions);
        job.unresolved().forEach(each -> words.add(each + " (not known)"));
        if (job.byDefault()) {
            words.add("what the noxfile runs by default");
        }
        out.append(words.isEmpty() ? "no session of the noxfile" : first(words, words.size()));
        boolean known = job.rows().unknown() == null;
        int rows = job.rows().rows().size();
        out.append("; ").append(known ? count(rows, "row") : "an unknown number of rows");
        if (job.kind() == AuditedJob.Kind.CALL) {
            out.append("; in ").append(job.job().settings().text("uses")).append('\n');
            return;
        }
        out.append(job.isCached() ? "; caches .nox" : "; no cache of .nox");
        out.append(job.timeout() == null ? "; no timeout" : "; stops after " + job.timeout() + " minutes")
                .append('\n');
    }

    private static String first(Collection<String> words, int all) {
        String shown = String.join(", ", words.stream().limit(SHOWN).toList());
        return all > SHOWN ? shown + " and " + (all - SHOWN) + " more" : shown;
    }

    private static String number(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
