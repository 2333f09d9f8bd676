package dev.genci.lower;

import dev.genci.analysis.Analysis;
import dev.genci.analysis.References;
import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.lower.group.Group;
import dev.genci.lower.group.Members;
import dev.genci.lower.group.Schedule;
import dev.genci.lower.group.Scheduled;
import dev.genci.lower.group.ScheduledJob;
import dev.genci.lower.group.SessionRows;
import dev.genci.lower.group.SharedJobs;
import dev.genci.lower.group.Standing;
import dev.genci.lower.group.Waits;
import dev.genci.lower.job.Changes;
import dev.genci.lower.job.JobFactory;
import dev.genci.lower.job.JobGraph;
import dev.genci.lower.job.JobIds;
import dev.genci.lower.job.StatusJobs;
import dev.genci.lower.job.StepLists;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowFactory;
import dev.genci.lower.row.Runners;
import dev.genci.lower.template.ArtifactSteps;
import dev.genci.lower.template.Bash;
import dev.genci.lower.template.CacheEntries;
import dev.genci.lower.template.JobTemplate;
import dev.genci.lower.template.PassedTemplate;
import dev.genci.lower.template.SecondPython;
import dev.genci.lower.template.Source;
import dev.genci.lower.template.StepFactory;
import dev.genci.lower.template.TemplateFactory;
import dev.genci.manifest.Entry;
import dev.genci.manifest.FinalJob;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Meta;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Runner;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import dev.genci.yaml.Values;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pipeline of one target:
 *
 * <ol>
 *   <li>rows: a session times its interpreters, parameters and runners; the jobs that the manifest writes stay as they are
 *   <li>templates: what all jobs of a session have in common, independent of the rows
 *   <li>schedule: a session's rows together, or one by one where they must not overlap, and their order
 *   <li>groups: rows share a job if that changes neither what runs nor when
 *   <li>jobs: ids, edges, conditions, matrices
 *   <li>status jobs for the meta-sessions, the job that checks the workflows, and the final job over everything
 * </ol>
 *
 * <p>Owns the rules {@code unknown-runner}, {@code cache-key}, {@code left-out}, {@code nothing-left}, {@code target-ignores},
 * {@code target-cannot}, {@code job-differs} and, with the ids that jobs get, {@code id-clash}.
 */
public final class Lowering {
    private final Manifest manifest;
    private final Analysis analysis;
    private final References references;
    private final TargetSettings target;
    private final @Nullable SelfCheck selfCheck;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    /** The rows of each part of an entry. */
    private final IdentityHashMap<Work, List<Row>> ofParts = new IdentityHashMap<>();

    private Lowering(Analysis analysis, TargetSettings target, @Nullable SelfCheck selfCheck) {
        this.analysis = analysis;
        this.manifest = analysis.manifest();
        this.references = analysis.references();
        this.target = target;
        this.selfCheck = selfCheck;
    }

    /**
     * The pipeline of a target; no value when the target has no runner for what is asked.
     *
     * @param selfCheck what the job is made of that checks the workflows; absent where this workflow has none
     */
    public static Outcome<Pipeline> lower(Analysis analysis, TargetSettings target, @Nullable SelfCheck selfCheck) {
        return new Lowering(analysis, target, selfCheck).pipeline();
    }

    private Outcome<Pipeline> pipeline() {
        Legalizer legalizer = new Legalizer(target, diagnostics);
        legalizer.check(FeatureUses.of(manifest), manifest);
        RowFactory factory = new RowFactory(target, diagnostics);
        Map<Integer, List<Row>> rows = rows(factory);
        List<ScheduledJob> passed = passed(factory);
        boolean looksAt = Stream.concat(rows.keySet().stream(), passed.stream().map(ScheduledJob::number))
                .anyMatch(number -> !references.outsideFinal().get(number));
        if (!looksAt && diagnostics.stream().noneMatch(Diagnostic::isError)) {
            diagnostics.add(NothingLeft.diagnostic(references, target, rows.isEmpty()));
        }
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            return Outcome.failed(diagnostics);
        }
        Value.Fields triggers = Defaults.triggers(manifest.workflow().triggers());
        StepLists steps = new StepLists();
        List<Job> jobs = jobs(rows, passed, triggers, steps);
        checkIds(jobs);
        Value.Fields permissions = Defaults.ofWorkflow(Defaults.permissions(manifest.workflow()));
        Pipeline pipeline = new Pipeline(
                manifest.workflow().name().value(),
                Defaults.runName(manifest.workflow()),
                triggers,
                permissions,
                ConcurrencyGroup.of(target).concurrency(manifest.workflow(), triggers),
                Values.texts(manifest.workflow().env()),
                Defaults.withoutSame(jobs, permissions),
                manifest.workflow().finalJob() != null,
                steps.all());
        return diagnostics.stream().anyMatch(Diagnostic::isError)
                ? Outcome.failed(diagnostics)
                : Outcome.of(legalizer.legal(pipeline), diagnostics);
    }

    /** The jobs of the manifest for which the target has a runner. */
    private List<ScheduledJob> passed(RowFactory factory) {
        List<ScheduledJob> jobs = new ArrayList<>();
        List<Entry> entries = references.entries();
        for (int number = 0; number < entries.size(); number++) {
            if (entries.get(number) instanceof PassedJob job && job.inCi()) {
                Runner runner = job.uses() == null ? factory.runner(job) : null;
                if (runner != null) {
                    LinuxOnly.check(job, runner, target, diagnostics);
                }
                if (runner != null || job.uses() != null) {
                    jobs.add(new ScheduledJob(number, job, PassedTemplate.of(job, runner), standing(number)));
                }
            }
        }
        return jobs;
    }

    private Map<Integer, List<Row>> rows(RowFactory factory) {
        Map<Integer, List<Row>> rows = new LinkedHashMap<>();
        references.running().stream().forEach(number -> {
            List<Row> own = new ArrayList<>();
            for (Work part : references.work(number).parts()) {
                List<Row> some = factory.rows(part, analysis.invocations(part));
                ofParts.put(part, some);
                own.addAll(some);
            }
            if (!own.isEmpty()) {
                LinuxOnly.check(references.work(number), ofParts, target, diagnostics);
                rows.put(number, own);
            }
        });
        return rows;
    }

    /** A matrix that is too large becomes jobs with a number behind their ids, which others may have, by their names or as ours. */
    private void checkIds(List<Job> jobs) {
        Set<String> seen = new HashSet<>();
        for (Job job : jobs) {
            if (!seen.add(job.id().toLowerCase(Locale.ROOT))) {
                diagnostics.addAll(PartIds.clashes(references, job.id()));
            }
        }
    }

    private List<Job> jobs(
            Map<Integer, List<Row>> rows, List<ScheduledJob> passed, Value.Fields triggers, StepLists steps) {
        List<String> withoutNox = withoutNox(rows);
        List<Scheduled> all = new ArrayList<>(sessionRows(rows, passed, withoutNox, triggers));
        all.addAll(passed);
        Waits waits = new Waits(analysis.needs().graph(), analysis.joins(), analysis.takes());
        Schedule schedule = Schedule.of(waits, all);
        List<Members> metas = metas(schedule);
        JobIds ids = new JobIds(references, manifest.workflow().finalJob());
        List<Group> groups = Group.of(schedule, metas);
        diagnostics.addAll(new SharedJobs(schedule, metas, groups).differences());
        SecondPython second = withoutNox.isEmpty() ? null : new SecondPython();
        JobFactory factory = new JobFactory(target.forge().limits().rows(), second, steps);
        Runners runners = new Runners(target, diagnostics);
        JobGraph graph = new JobGraph(schedule, groups, ids, factory, Changes.of(schedule, ids, runners, steps));
        StatusJobs status = new StatusJobs(graph, runners, steps);
        List<Job> beforeFinal = new ArrayList<>();
        List<String> looksAt = new ArrayList<>(graph.idsWithChanges(schedule.ofFinal()));
        for (Members members : metas) {
            beforeFinal.add(status.statusJob(ids.named(members.meta().name()), members));
            looksAt.add(beforeFinal.get(beforeFinal.size() - 1).id());
        }
        if (selfCheck != null) {
            beforeFinal.add(
                    selfCheck.job(ids.own(SelfCheck.USUAL_ID, schedule), target, manifest.nox(), runners, steps));
            looksAt.add(beforeFinal.get(beforeFinal.size() - 1).id());
        }
        FinalJob asked = manifest.workflow().finalJob();
        graph.decide(beforeFinal, asked == null ? null : status.finalJob(ids, asked, manifest.finalMeta(), looksAt));
        return graph.jobs();
    }

    /** How an entry stands to the final job. */
    private Standing standing(int number) {
        return Standing.of(
                references.outsideFinal().get(number),
                references.behindFinal().get(number),
                references.afterFinal().get(number));
    }

    /** The interpreters on which nox cannot run, where it can on others. */
    private List<String> withoutNox(Map<Integer, List<Row>> rows) {
        RowsBesideNox beside = new RowsBesideNox();
        rows.keySet().forEach(number -> references
                .work(number)
                .parts()
                .forEach(part -> beside.add(part, ofParts.getOrDefault(part, List.of()))));
        return beside.withoutNox();
    }

    private List<SessionRows> sessionRows(
            Map<Integer, List<Row>> rows, List<ScheduledJob> passed, List<String> withoutNox, Value.Fields triggers) {
        Set<Integer> jobs = passed.stream().map(ScheduledJob::number).collect(Collectors.toSet());
        List<Row> cached = rows.entrySet().stream()
                .filter(entry -> references.work(entry.getKey()).job().cache() != null)
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        CacheEntries caches = new CachedRows(cached).entries(target, manifest.nox(), Defaults.isScheduled(triggers));
        ArtifactSteps artifacts =
                new ArtifactSteps(target.forge().matchesArtifacts(), ArtifactSources.names(references, rows));
        StepFactory steps =
                new StepFactory(manifest.nox(), withoutNox, Defaults.saving(triggers, target.forge()), artifacts);
        TemplateFactory templates =
                new TemplateFactory(target.interpreters(), caches, steps, Defaults.permissions(manifest.workflow()));
        PartTemplates parts = new PartTemplates(templates, target.forge(), ofParts);
        IdentityHashMap<Work, List<Row>> entries = new IdentityHashMap<>();
        rows.forEach((number, own) -> entries.put(references.work(number), own));
        Shells shells = new Shells(target.forge(), entries);
        List<SessionRows> all = new ArrayList<>();
        rows.forEach((number, own) -> {
            Work work = references.work(number);
            Bash bash = shells.of(work, own);
            List<Source> sources = ArtifactSources.of(work, references, rows, jobs);
            IdentityHashMap<Work, JobTemplate> ofPart = parts.of(work, own.size(), sources, bash);
            for (Work part : work.parts()) {
                List<Row> some = ofParts.getOrDefault(part, List.of());
                JobTemplate template = ofPart.get(part);
                if (template != null) {
                    boolean alone = some.size() == 1 && own.size() > 1;
                    String name = alone ? some.get(0).name().text() : work.name();
                    all.add(new SessionRows(number, part, name, some, template, standing(number)));
                }
            }
        });
        return all;
    }

    /** Which workflow of several a message is about. */
    private String where() {
        boolean several = manifest.all().written().size() > 1;
        return several ? " in the workflow \"" + manifest.workflow().id().value() + "\"" : "";
    }

    /** The meta-sessions that become status jobs here: in CI, not the final job, with a member that runs. */
    private List<Members> metas(Schedule schedule) {
        List<Members> metas = new ArrayList<>();
        for (int number = 0; number < references.entries().size(); number++) {
            if (!(references.entry(number) instanceof Meta meta)
                    || !meta.inCi()
                    || meta.name().equals(manifest.workflow().finalJobName())) {
                continue;
            }
            BitSet members = schedule.positions(references.members(number));
            if (members.isEmpty()) {
                diagnostics.add(Diagnostic.of(
                        RuleId.LEFT_OUT,
                        meta.place(),
                        "\"" + meta.name() + "\" has no member that runs at the target \"" + target.id() + "\""
                                + where()));
            } else {
                metas.add(Members.of(meta, members, schedule));
            }
        }
        return metas;
    }
}
