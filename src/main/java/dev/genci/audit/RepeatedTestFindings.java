package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.noxfile.NoxListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** No repository runs so many sessions in all rows of its jobs: what runs more is not compared. */
    private static final int MOST = 20_000;

    private static final String HELP =
            "measure where the tests run, hand the data over with upload-artifact, and combine it here";

    /** All of them: at most one for a job. */
    List<Diagnostic> all() {
        List<Job> jobs = jobs();
        Map<Key, List<Job>> tests = new HashMap<>();
        for (Job job : jobs) {
            for (Seen seen : job.sessions()) {
                seen.offers().forEach(key -> add(tests.computeIfAbsent(key, each -> new ArrayList<>()), job));
            }
        }
        Budget budget = new Budget();
        List<Diagnostic> found = new ArrayList<>();
        for (Job job : jobs) {
            Diagnostic first = first(job, tests, budget);
            if (first != null) {
                found.add(first);
            }
        }
        return found;
    }

    private List<Job> jobs() {
        long sessions = workflows.stream()
                .flatMap(workflow -> workflow.noxJobs().stream())
                .flatMap(job -> job.selections().stream())
                .mapToLong(selection -> selection.sessions().size())
                .sum();
        List<Job> jobs = new ArrayList<>();
        if (sessions <= MOST) {
            Map<String, String> pythons = RowFacts.pythons(listing);
            for (AuditedWorkflow workflow : workflows) {
                for (AuditedJob job : workflow.noxJobs()) {
                    jobs.add(new Job(jobs.size(), workflow, job, seen(workflow, job, pythons)));
                }
            }
        }
        return jobs;
    }

    private static void add(List<Job> jobs, Job job) {
        if (jobs.isEmpty() || jobs.get(jobs.size() - 1).number() != job.number()) {
            jobs.add(job);
        }
    }

    /** A job, and the sessions of all its rows that may be compared. */
    private record Job(int number, AuditedWorkflow workflow, AuditedJob job, List<Seen> sessions) {
        String id() {
            return "\"" + job.job().id() + "\"";
        }
    }

    /** What two sessions have in common that run the same tests; any session of tests where it names none. */
    private record Key(
            String system, String python, Map<String, String> environment, String noxfile, List<String> session) {}

    /** Why a session may run again what another job has run. */
    private enum Why {
        /** It measures, and tests before it have left no data. */
        FRESH,
        /** Its tests are measured, by its command or by a session after it. */
        MEASURED,
        /** It does not measure. */
        NONE
    }

    /**
     * A session in a row of a job.
     *
     * @param tests what any session of tests with the same surroundings has
     */
    private record Seen(RowFacts.Session session, Why why, Key tests) {
        private Key same() {
            return new Key(
                    tests.system(),
                    tests.python(),
                    tests.environment(),
                    tests.noxfile(),
                    List.of(session.name(), session.run().words()));
        }

        /** What it has run that another need not run. */
        List<Key> offers() {
            if (session.kind() != Coverage.Kind.TESTS) {
                return List.of();
            }
            return why == Why.NONE ? List.of(tests, same()) : session.run().measures() ? List.of() : List.of(tests);
        }

        /** What it need not run if another does; {@code null} for nothing. */
        @Nullable Key needs() {
            return why == Why.FRESH ? tests : why == Why.MEASURED ? same() : null;
        }

        String message(Job job, Job other) {
            String where = "on " + tests.system().replace("\n", " in ");
            if (why == Why.MEASURED) {
                return job.id() + " runs " + session.name() + " only to measure it: " + other.id() + " runs it, too, "
                        + where;
            }
            String with = tests.python().isEmpty() ? "" : "with Python " + tests.python() + " ";
            return job.id() + " gets no data, so its session " + session.name() + " runs tests of " + other.id()
                    + " again, " + with + where;
        }
    }

    private static List<Seen> seen(AuditedWorkflow workflow, AuditedJob job, Map<String, String> pythons) {
        int data = Coverage.data(job, workflow.library());
        List<Seen> all = new ArrayList<>();
        for (RowFacts row : RowFacts.of(job, pythons)) {
            List<RowFacts.Session> sessions = row.sessions();
            int last = sessions.size() - 1;
            while (last >= 0 && sessions.get(last).kind() != Coverage.Kind.MEASURES) {
                last--;
            }
            boolean tested = false;
            for (int i = 0; i < sessions.size(); i++) {
                RowFacts.Session session = sessions.get(i);
                boolean tests = session.kind() == Coverage.Kind.TESTS;
                boolean fresh = session.kind() == Coverage.Kind.MEASURES
                        && !tested
                        && session.run().nox().step() < data;
                boolean measured = tests && (session.run().measures() || i < last);
                Key key = key(row, session);
                if (key != null) {
                    all.add(new Seen(session, fresh ? Why.FRESH : measured ? Why.MEASURED : Why.NONE, key));
                }
                tested |= tests;
            }
        }
        return all;
    }

    private static @Nullable Key key(RowFacts row, RowFacts.Session session) {
        Map<String, String> environment = session.run().environment();
        return row.system() == null || session.python() == null || environment == null
                ? null
                : new Key(
                        row.system(),
                        session.python(),
                        environment,
                        session.run().nox().noxfile(),
                        List.of());
    }

    private static @Nullable Diagnostic first(Job job, Map<Key, List<Job>> tests, Budget budget) {
        Set<Key> asked = new HashSet<>();
        for (Seen seen : job.sessions()) {
            Key key = seen.needs();
            for (Job other : key != null && asked.add(key) ? tests.getOrDefault(key, List.of()) : List.<Job>of()) {
                if (other.number() != job.number()
                        && budget.spend()
                        && Events.meet(job.workflow(), job.job(), other.workflow(), other.job())) {
                    return Diagnostic.of(
                                    RuleId.REPEATED_TESTS,
                                    seen.session().run().nox().place(),
                                    seen.message(job, other))
                            .help(HELP);
                }
            }
        }
        return null;
    }
}
