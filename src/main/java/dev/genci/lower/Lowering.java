package dev.genci.lower;

import dev.genci.analysis.Analysis;
import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Meta;
import dev.genci.manifest.References;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pipeline of one target:
 *
 * <ol>
 *   <li>rows: a session times its interpreters, parameters and runners
 *   <li>units: a session's rows together, or one by one where they must not overlap
 *   <li>groups: units that nobody can tell apart share a job
 *   <li>jobs: ids, edges, conditions, matrices, steps
 *   <li>status jobs for the meta-sessions, and the final job over everything
 * </ol>
 *
 * <p>Owns the rules {@code unknown-runner}, {@code cache-key}, {@code left-out}, {@code nothing-left}, {@code target-ignores}
 * and {@code target-cannot}.
 */
public final class Lowering {
    private final Manifest manifest;
    private final References references;
    private final TargetSettings target;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Lowering(Analysis analysis, TargetSettings target) {
        this.manifest = analysis.manifest();
        this.references = analysis.references();
        this.target = target;
    }

    /** The pipeline of a target; no value when the target has no runner for what is asked. */
    public static Outcome<Pipeline> lower(Analysis analysis, TargetSettings target) {
        return new Lowering(analysis, target).pipeline();
    }

    private Outcome<Pipeline> pipeline() {
        Legalizer legalizer = new Legalizer(target, diagnostics);
        legalizer.check(FeatureUses.of(manifest), manifest);
        Map<Integer, List<Row>> rows = rows();
        if (rows.isEmpty() && diagnostics.stream().noneMatch(Diagnostic::isError)) {
            diagnostics.add(nothingLeft());
        }
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            return Outcome.failed(diagnostics);
        }
        Value.Fields triggers = Defaults.triggers(manifest.workflow().triggers());
        Pipeline pipeline = new Pipeline(
                manifest.workflow().name().value(),
                triggers,
                Defaults.concurrency(manifest.workflow(), triggers),
                Defaults.cancelsSuperseded(manifest.workflow(), triggers),
                Values.fields(manifest.workflow().env()),
                jobs(rows, triggers));
        return Outcome.of(legalizer.legal(pipeline), diagnostics);
    }

    private Diagnostic nothingLeft() {
        boolean none = references.running().isEmpty();
        return none && !references.entries().isEmpty()
                ? Diagnostic.of(
                                RuleId.NOTHING_LEFT,
                                references.entry(0).place(),
                                "no session is in CI, so there is nothing to run")
                        .help("say ci: true where a session belongs to CI")
                : Diagnostic.of(
                        RuleId.NOTHING_LEFT, target.place(), "no session runs at the target \"" + target.id() + "\"");
    }

    private Map<Integer, List<Row>> rows() {
        RowFactory factory = new RowFactory(target, diagnostics);
        Map<Integer, List<Row>> rows = new LinkedHashMap<>();
        references.running().stream().forEach(number -> {
            List<Row> own = factory.rows(references.work(number));
            if (!own.isEmpty()) {
                rows.put(number, own);
            }
        });
        return rows;
    }

    private List<Job> jobs(Map<Integer, List<Row>> rows, Value.Fields triggers) {
        String image = image(rows);
        Plan plan = Plan.of(references, units(rows, image, triggers));
        List<StatusCheck> checks = checks(plan);
        JobFactory factory = new JobFactory(
                new StepFactory(manifest.nox(), Defaults.publishes(triggers)),
                Defaults.permissions(manifest.workflow()),
                image == null,
                target.forge().limits().rows());
        JobIds ids = new JobIds(references, manifest.workflow().finalJob().value());
        JobGraph graph = new JobGraph(plan, Group.of(plan, checks), ids, factory);
        StatusJobs status = new StatusJobs(graph, RowTable.runner(target.runner()));
        List<Job> jobs = new ArrayList<>(graph.jobs());
        for (StatusCheck check : checks) {
            jobs.add(status.statusJob(ids.named(check.meta().name()), check));
        }
        Meta meta = finalMeta();
        String name = manifest.workflow().finalJob().value();
        jobs.add(status.finalJob(
                ids.named(name),
                name,
                meta == null ? null : meta.listing().purpose().value(),
                jobs));
        return jobs;
    }

    /** The label that all cached rows have in common. */
    private @Nullable String image(Map<Integer, List<Row>> rows) {
        Set<String> images = rows.entrySet().stream()
                .filter(entry -> references.work(entry.getKey()).job().cache() != null)
                .flatMap(entry -> entry.getValue().stream())
                .map(row -> row.runner().word())
                .collect(Collectors.toSet());
        return images.size() == 1 ? images.iterator().next() : null;
    }

    private List<Unit> units(Map<Integer, List<Row>> rows, @Nullable String image, Value.Fields triggers) {
        // What nox itself takes where neither the manifest nor the noxfile says.
        String backend =
                manifest.nox().backend() == null ? "virtualenv" : manifest.nox().backend();
        CacheFactory caches = new CacheFactory(image, backend, triggers.fields().containsKey("schedule"));
        String noxPython = manifest.nox().python().value();
        List<Unit> units = new ArrayList<>();
        // Many sessions, few shapes: equal ones are one.
        Map<Shape, Shape> shapes = new HashMap<>();
        rows.forEach((number, own) -> {
            Work session = references.work(number);
            Shape shape = Shape.of(session, own, target.interpreters(), noxPython, caches);
            units.add(
                    new Unit(number, session, session.name(), own, shapes.computeIfAbsent(shape, Function.identity())));
        });
        return units;
    }

    /** The meta-sessions that become status jobs here: in CI, not the final job, with a member that runs. */
    private List<StatusCheck> checks(Plan plan) {
        List<StatusCheck> checks = new ArrayList<>();
        String finalJob = manifest.workflow().finalJob().value();
        for (int number = 0; number < references.entries().size(); number++) {
            if (!(references.entry(number) instanceof Meta meta)
                    || !meta.inCi()
                    || meta.name().equals(finalJob)) {
                continue;
            }
            BitSet members = plan.unitsOf(references.members(number));
            if (members.isEmpty()) {
                diagnostics.add(Diagnostic.of(
                        RuleId.LEFT_OUT,
                        meta.place(),
                        "\"" + meta.name() + "\" has no member that runs at the target \"" + target.id() + "\""));
            } else {
                checks.add(StatusCheck.of(meta, members, plan));
            }
        }
        return checks;
    }

    private @Nullable Meta finalMeta() {
        return manifest.entries().get(manifest.workflow().finalJob().value()) instanceof Meta meta ? meta : null;
    }
}
