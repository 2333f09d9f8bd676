package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.noxfile.NoxListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tests that run again only to be measured: the same ones, on the same system and interpreter, for the same event.
 *
 * <p>Owns the rule {@code repeated-tests}. It sees two forms: a session that another job runs, too, and that only this one
 * measures; and a session of coverage on a machine that gets no data, so that it must run the tests itself.
 *
 * @param workflows of one repository, or one alone
 */
record RepeatedTestFindings(
        List<AuditedWorkflow> workflows, @Nullable NoxListing listing) {
    /** Each job is compared with every other. */
    private static final int MOST = 1_000;

    private static final String HELP =
            "measure where the tests run, hand the data over with upload-artifact, and combine it here";

    /** All of them: at most one for a job. */
    List<Diagnostic> all() {
        List<Job> jobs = new ArrayList<>();
        for (AuditedWorkflow workflow : workflows) {
            for (AuditedJob job : workflow.noxJobs()) {
                jobs.add(new Job(workflow, job, RowFacts.of(job, listing)));
            }
        }
        List<Diagnostic> found = new ArrayList<>();
        for (Job job : jobs.size() > MOST ? List.<Job>of() : jobs) {
            Diagnostic first = first(job, jobs);
            if (first != null) {
                found.add(first);
            }
        }
        return found;
    }

    private record Job(AuditedWorkflow workflow, AuditedJob job, List<RowFacts> rows) {
        String id() {
            return "\"" + job.job().id() + "\"";
        }
    }

    private @Nullable Diagnostic first(Job job, List<Job> jobs) {
        for (RowFacts row : job.rows()) {
            for (int i = 0; i < row.sessions().size(); i++) {
                RowFacts.Session session = row.sessions().get(i);
                Diagnostic found = isFresh(job, row, i)
                        ? fresh(job, row, session, jobs)
                        : isMeasured(row, i) ? same(job, row, session, jobs) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Whether a session measures without data that tests before it have left. */
    private static boolean isFresh(Job job, RowFacts row, int index) {
        RowFacts.Session session = row.sessions().get(index);
        return Coverage.measures(session.name())
                && row.sessions().subList(0, index).stream().noneMatch(each -> Coverage.tests(each.name()))
                && !Coverage.mayHaveData(
                        job.job(), session.run().step(), job.workflow().library());
    }

    /** Whether the tests of a session are measured, by its command or by a session after it. */
    private static boolean isMeasured(RowFacts row, int index) {
        RowFacts.Session session = row.sessions().get(index);
        List<RowFacts.Session> after =
                row.sessions().subList(index, row.sessions().size());
        return Coverage.tests(session.name())
                && (Coverage.isAsked(session.run()) || after.stream().anyMatch(each -> Coverage.measures(each.name())));
    }

    private @Nullable Diagnostic fresh(Job job, RowFacts row, RowFacts.Session session, List<Job> jobs) {
        for (Job other : jobs) {
            for (RowFacts there : meet(job, row, other)) {
                for (RowFacts.Session tests : there.sessions()) {
                    if (Coverage.tests(tests.name()) && !Coverage.isAsked(tests.run()) && isAlike(session, tests)) {
                        String with =
                                session.python() == null || session.python().isEmpty()
                                        ? ""
                                        : "with Python " + session.python() + " ";
                        return note(
                                session,
                                job.id() + " gets no data, so its session " + session.name() + " runs tests of "
                                        + other.id() + " again, " + with + "on " + named(row));
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Diagnostic same(Job job, RowFacts row, RowFacts.Session session, List<Job> jobs) {
        for (Job other : jobs) {
            for (RowFacts there : meet(job, row, other)) {
                for (int i = 0; i < there.sessions().size(); i++) {
                    RowFacts.Session tests = there.sessions().get(i);
                    if (tests.name().equals(session.name())
                            && isAlike(session, tests)
                            && !isMeasured(there, i)
                            && words(tests).equals(words(session))) {
                        return note(
                                session,
                                job.id() + " runs " + session.name() + " only to measure it: " + other.id()
                                        + " runs it, too, on " + named(row));
                    }
                }
            }
        }
        return null;
    }

    private static Diagnostic note(RowFacts.Session session, String message) {
        return Diagnostic.of(RuleId.REPEATED_TESTS, session.run().place(), message)
                .help(HELP);
    }

    /** What a session gets, without the options of coverage and their values. */
    private static List<String> words(RowFacts.Session session) {
        List<String> words = new ArrayList<>();
        boolean value = false;
        for (Argument word : session.run().posargs()) {
            String text = word.text();
            boolean option = Coverage.isOption(text);
            if (!option && !(value && !text.startsWith("-"))) {
                words.add(text);
            }
            value = option && text.indexOf('=') < 0;
        }
        return words;
    }

    private static String named(RowFacts row) {
        return String.valueOf(row.system()).replace("\n", " in ");
    }

    private static boolean isAlike(RowFacts.Session one, RowFacts.Session two) {
        return one.python() != null
                && one.python().equals(two.python())
                && one.environment() != null
                && one.environment().equals(two.environment())
                && one.run().noxfile().equals(two.run().noxfile());
    }

    /** The rows of another job that run on the same system, for the same event. */
    private static List<RowFacts> meet(Job job, RowFacts row, Job other) {
        if (row.system() == null || other.job().equals(job.job())) {
            return List.of();
        }
        List<RowFacts> same = other.rows().stream()
                .filter(there -> Objects.equals(there.system(), row.system()))
                .toList();
        return same.isEmpty() || Events.meet(job.workflow(), job.job(), other.workflow(), other.job())
                ? same
                : List.of();
    }
}
