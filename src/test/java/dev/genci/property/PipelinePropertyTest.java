package dev.genci.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.pipeline.Edge;
import dev.genci.pipeline.Job;
import dev.genci.simulation.Workflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every pipeline, whatever the manifest. */
class PipelinePropertyTest {
    private static void forAll(Consumer<Sample> property) {
        Samples.all().forEach(sample -> sample.check(() -> property.accept(sample)));
    }

    @Test
    void everyRowOfTheManifestIsOneRowOfOneJob() {
        forAll(sample -> {
            Map<String, SpecRow> wanted = new LinkedHashMap<>();
            sample.spec().rows().values().forEach(rows -> rows.forEach(row -> wanted.put(row.name(), row)));
            Set<String> others = new HashSet<>(sample.spec().statusJobs().keySet());
            others.add(sample.spec().finalJob());
            Set<String> found = new HashSet<>();
            for (Workflow.Job job : sample.workflow().jobs().values()) {
                for (Workflow.Row row : job.rows()) {
                    assertThat(found.add(row.name()))
                            .as("one row %s", row.name())
                            .isTrue();
                    SpecRow spec = wanted.get(row.name());
                    if (spec == null) {
                        assertThat(others).contains(row.name());
                    } else {
                        assertThat(row.runsOn()).isEqualTo(spec.runsOn());
                        assertThat(row.env().get("NOX_SESSION")).isEqualTo(spec.selector());
                        assertThat(row.env().get("NOX_PYTHON")).isEqualTo(spec.python());
                    }
                }
            }
            assertThat(found).containsAll(wanted.keySet()).containsAll(others);
        });
    }

    /** The session of each job's rows; status jobs have none. */
    private static Map<String, Set<String>> sessionsOfJobs(Sample sample) {
        Map<String, String> sessionOfRow = sample.spec().sessionOfRow();
        Map<String, Set<String>> sessions = new LinkedHashMap<>();
        sample.workflow().jobs().values().forEach(job -> job.rows().forEach(row -> {
            String session = sessionOfRow.get(row.name());
            if (session != null) {
                sessions.computeIfAbsent(job.id(), id -> new LinkedHashSet<>()).add(session);
            }
        }));
        return sessions;
    }

    /** The success edges of the pipeline, followed to their ends. */
    private static Set<String> successAncestors(Map<String, Job> jobs, String id) {
        Set<String> all = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            for (Edge edge : jobs.get(open.remove(0)).needs()) {
                if (edge.kind() == Edge.Kind.SUCCESS && all.add(edge.job())) {
                    open.add(edge.job());
                }
            }
        }
        return all;
    }

    @Test
    void aSessionWaitsForAnotherIfAndOnlyIfTheManifestSaysSo() {
        forAll(sample -> {
            Map<String, Set<String>> sessions = sessionsOfJobs(sample);
            Map<String, Job> jobs = new LinkedHashMap<>();
            sample.pipeline().jobs().forEach(job -> jobs.put(job.id(), job));
            sessions.forEach((id, own) -> {
                Set<String> before = new TreeSet<>();
                successAncestors(jobs, id).forEach(job -> before.addAll(sessions.get(job)));
                Set<String> asked = new TreeSet<>();
                for (String session : own) {
                    assertThat(before)
                            .as("what %s waits for", session)
                            .isEqualTo(new TreeSet<>(sample.spec().ancestors(session)));
                    asked.addAll(sample.spec().needs(session));
                }
                // Each edge is one that a word in needs asks for.
                jobs.get(id).needs().stream()
                        .filter(edge -> edge.kind() == Edge.Kind.SUCCESS)
                        .forEach(edge -> assertThat(asked)
                                .as("%s needs %s", id, edge.job())
                                .containsAnyElementsOf(sessions.get(edge.job())));
            });
        });
    }

    @Test
    void everyRowOfANeededSessionIsNeeded() {
        forAll(sample -> {
            Map<String, Set<String>> sessions = sessionsOfJobs(sample);
            sessions.forEach((id, own) -> {
                Set<String> before = sample.workflow().ancestors(id);
                for (String session : own) {
                    Set<String> needs = sample.spec().ancestors(session);
                    sessions.forEach((other, theirs) -> {
                        if (theirs.stream().anyMatch(needs::contains)) {
                            assertThat(before).as("jobs before %s", id).contains(other);
                        }
                    });
                }
            });
        });
    }

    @Test
    void unsafeRowsAreTotallyOrderedAndNothingElseIs() {
        forAll(sample -> {
            Spec spec = sample.spec();
            Map<String, Set<String>> sessions = sessionsOfJobs(sample);
            Set<String> unsafe = new LinkedHashSet<>();
            boolean several = unsafeRows(spec) > 1;
            sessions.forEach((id, own) -> {
                if (several && own.stream().anyMatch(session -> !spec.isSafe(session))) {
                    assertThat(own).as("sessions of %s", id).hasSize(1);
                    Workflow.Job job = sample.workflow().jobs().get(id);
                    assertThat(job.rows()).as("rows of %s", id).hasSize(1);
                    unsafe.add(id);
                }
            });
            for (String a : unsafe) {
                for (String b : unsafe) {
                    boolean ordered = sample.workflow().ancestors(a).contains(b)
                            || sample.workflow().ancestors(b).contains(a);
                    assertThat(a.equals(b) || ordered).as("%s and %s", a, b).isTrue();
                }
            }
            // What follows from the manifest and that chain, and nothing more.
            sessions.keySet().forEach(id -> assertThat(sample.workflow().ancestors(id))
                    .as("jobs before %s", id)
                    .isEqualTo(allowed(sample, sessions, unsafe, id)));
        });
    }

    /** One alone need not be kept from anything. */
    private static int unsafeRows(Spec spec) {
        return spec.rows().keySet().stream()
                .filter(session -> !spec.isSafe(session))
                .mapToInt(session -> spec.rows().get(session).size())
                .sum();
    }

    private static Set<String> allowed(
            Sample sample, Map<String, Set<String>> sessions, Set<String> unsafe, String start) {
        Set<String> all = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String id = open.remove(0);
            for (String other : sessions.keySet()) {
                boolean asked = sessions.get(id).stream()
                        .anyMatch(session ->
                                !java.util.Collections.disjoint(sample.spec().needs(session), sessions.get(other)));
                boolean chained = unsafe.contains(id)
                        && unsafe.contains(other)
                        && sample.workflow().ancestors(id).contains(other);
                if ((asked || chained) && all.add(other)) {
                    open.add(other);
                }
            }
        }
        return all;
    }

    @Test
    void sessionsShareAJobIfAndOnlyIfNobodyCanTellThemApart() {
        forAll(sample -> {
            Spec spec = sample.spec();
            Map<String, Set<String>> jobsOf = new LinkedHashMap<>();
            sessionsOfJobs(sample)
                    .forEach((id, own) -> own.forEach(session -> jobsOf.computeIfAbsent(session, key -> new TreeSet<>())
                            .add(id)));
            Map<String, List<Object>> keys = new LinkedHashMap<>();
            for (String session : spec.rows().keySet()) {
                List<Object> key = new ArrayList<>(spec.shape(session));
                key.add(new TreeSet<>(spec.ancestors(session)));
                key.add(descendants(spec, session));
                key.add(checkers(spec, session));
                key.add(unsafeRows(spec) > 1 && !spec.isSafe(session) ? session : "");
                keys.put(session, key);
            }
            for (String a : keys.keySet()) {
                for (String b : keys.keySet()) {
                    assertThat(jobsOf.get(a).equals(jobsOf.get(b)))
                            .as("%s and %s share a job", a, b)
                            .isEqualTo(keys.get(a).equals(keys.get(b)));
                }
            }
        });
    }

    private static Set<String> descendants(Spec spec, String session) {
        Set<String> after = new TreeSet<>();
        spec.rows().keySet().stream()
                .filter(other -> spec.ancestors(other).contains(session))
                .forEach(after::add);
        return after;
    }

    /** The status jobs that look at a session: as a member, or as what a member that may be skipped waits for. */
    private static Set<String> checkers(Spec spec, String session) {
        Set<String> checkers = new TreeSet<>();
        spec.statusJobs().forEach((meta, members) -> {
            for (String member : members) {
                boolean waits =
                        mayBeSkipped(spec, member) && spec.ancestors(member).contains(session);
                if (member.equals(session) || waits) {
                    checkers.add(meta);
                }
            }
        });
        return checkers;
    }

    private static boolean mayBeSkipped(Spec spec, String session) {
        return spec.condition(session) != null
                || spec.ancestors(session).stream().anyMatch(other -> spec.condition(other) != null);
    }

    @Test
    void aStatusJobNeedsExactlyWhatItLooksAt() {
        forAll(sample -> {
            Map<String, Set<String>> sessions = sessionsOfJobs(sample);
            Map<String, String> jobOfRow = sample.workflow().jobOfRow();
            for (String meta : sample.spec().statusJobs().keySet()) {
                Set<String> wanted = new TreeSet<>();
                sessions.forEach((id, own) -> {
                    if (own.stream().anyMatch(s -> checkers(sample.spec(), s).contains(meta))) {
                        wanted.add(id);
                    }
                });
                Workflow.Job job = sample.workflow().jobs().get(jobOfRow.get(meta));
                assertThat(new TreeSet<>(job.needs())).as("needs of %s", meta).isEqualTo(wanted);
            }
        });
    }

    @Test
    void theFinalJobNeedsEveryOther() {
        forAll(sample -> {
            List<String> ids = new ArrayList<>(sample.workflow().jobs().keySet());
            String last = ids.remove(ids.size() - 1);
            Workflow.Job job = sample.workflow().jobs().get(last);
            assertThat(job.rows().get(0).name()).isEqualTo(sample.spec().finalJob());
            assertThat(job.needs()).containsExactlyElementsOf(ids);
            assertThat(ids)
                    .allMatch(id -> !sample.workflow().jobs().get(id).needs().contains(last));
        });
    }

    @Test
    void idsAreLegalAndUniqueWhateverTheirCase() {
        forAll(sample -> {
            Set<String> ids = new HashSet<>();
            for (Workflow.Job job : sample.workflow().jobs().values()) {
                assertThat(job.id()).matches("[A-Za-z_][A-Za-z0-9_-]{0,98}");
                assertThat(ids.add(job.id().toLowerCase(Locale.ROOT)))
                        .as(job.id())
                        .isTrue();
                assertThat(sample.workflow().jobs().keySet()).containsAll(job.needs());
                assertThat(job.rows()).hasSizeBetween(1, 256);
            }
        });
    }
}
