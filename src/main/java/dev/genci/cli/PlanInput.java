package dev.genci.cli;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.forge.Forge;
import dev.genci.forge.Forges;
import dev.genci.lower.Lowering;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.Pipeline;
import dev.genci.plan.Caches;
import dev.genci.plan.Durations;
import dev.genci.plan.KnownSessions;
import dev.genci.plan.Order;
import dev.genci.plan.Plan;
import dev.genci.plan.PlanReport;
import dev.genci.plan.WhatIf;
import dev.genci.workspace.FolderSizes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made of: a workflow of a manifest for a target, and what was measured.
 *
 * @param known the sessions that there are
 */
record PlanInput(
        Analysis analysis, TargetSettings target, Durations durations, KnownSessions known, PlanReport report) {
    static final String TARGET = "--target";
    static final String WORKFLOW = "--workflow";
    static final String DURATIONS = "--durations";
    static final String COLD = "--cold";
    static final String SIZES = "--sizes";
    static final String RUNNERS = "--runners";

    /**
     * Reads all of it; {@code null} when the manifest is wrong, which was reported.
     *
     * @throws Failure when something else is wrong
     */
    static @Nullable PlanInput read(Console console, Arguments arguments, Compiler compiler) {
        Integer runners = arguments.verb().matchedOptionValue(RUNNERS, (Integer) null);
        if (runners != null && runners < 1) {
            throw new Failure(ExitCode.USAGE, RUNNERS + " must be 1 or more");
        }
        String id = arguments.text(TARGET);
        List<String> known = Forges.ids();
        if (id != null && !known.contains(id)) {
            throw new Failure(
                    ExitCode.USAGE, "unknown target \"" + id + "\": it must be one of " + String.join(", ", known));
        }
        Outcome<List<Analysis>> analyzed =
                compiler.analyze(ManifestInput.read(console, arguments).source());
        if (analyzed.value() == null) {
            console.say(Diagnostic.sorted(analyzed.diagnostics()), arguments.color());
            return null;
        }
        Analysis analysis = choice(analyzed.value(), arguments.text(WORKFLOW));
        TargetSettings target = id == null
                ? analysis.manifest().targets().get(0)
                : analysis.manifest().target(id);
        Outcome<Pipeline> lowered = Lowering.lower(analysis, target, Plan.selfCheck(analysis, target));
        Pipeline pipeline = lowered.value();
        if (pipeline == null) {
            console.say(Diagnostic.sorted(lowered.diagnostics()), arguments.color());
            return null;
        }
        Durations durations = durations(console, arguments, DURATIONS);
        Plan plan = Plan.of(analysis, target, pipeline, durations);
        check(durations, DURATIONS);
        Durations cold = durations(console, arguments, COLD);
        Plan missed = arguments.has(COLD) ? Plan.of(analysis, target, pipeline, cold) : null;
        check(cold, COLD);
        Forge forge = Forges.of(target.id());
        KnownSessions sessions = new KnownSessions(analysis, durations);
        Caches caches = Caches.of(
                plan, sessions, sizes(console, arguments), forge.limits().cache(), forge.title());
        return new PlanInput(analysis, target, durations, sessions, new PlanReport(plan, runners, missed, caches));
    }

    /** The workflow of an id; the first that is written where none is asked for. */
    private static Analysis choice(List<Analysis> workflows, @Nullable String asked) {
        List<String> written = workflows.get(0).manifest().all().written();
        if (asked != null && !written.contains(asked)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "unknown workflow \"" + asked + "\": it must be one of " + String.join(", ", written));
        }
        String wanted = asked != null || written.isEmpty() ? asked : written.get(0);
        return workflows.stream()
                .filter(each -> each.manifest().workflow().id().value().equals(wanted))
                .findFirst()
                .orElse(workflows.get(0));
    }

    private static Durations durations(Console console, Arguments arguments, String option) {
        List<String> files = arguments.verb().matchedOptionValue(option, List.of());
        Map<String, List<Double>> measured = new LinkedHashMap<>();
        files.forEach(file -> NoxfileOption.readReport(console, file, measured));
        return new Durations(measured);
    }

    private static void check(Durations durations, String option) {
        if (durations.isOfAnotherProject()) {
            throw new Failure(ExitCode.INPUT, "no session of this workflow is in what " + option + " names");
        }
    }

    private static Map<String, Long> sizes(Console console, Arguments arguments) {
        String folder = arguments.text(SIZES);
        if (folder == null) {
            return Map.of();
        }
        try {
            return FolderSizes.of(console.folder().resolve(folder));
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read the folder " + folder);
        }
    }

    /** What it would be without an order. */
    WhatIf without(Order order) {
        WhatIf whatIf = WhatIf.of(order, analysis, target, durations, report.plan());
        if (whatIf == null) {
            throw new Failure(ExitCode.INPUT, "without that order, the manifest makes no workflow for this target");
        }
        return whatIf;
    }
}
