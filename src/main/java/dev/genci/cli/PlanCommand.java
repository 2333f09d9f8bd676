package dev.genci.cli;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.forge.Forges;
import dev.genci.lower.Lowering;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.Pipeline;
import dev.genci.plan.ComparisonText;
import dev.genci.plan.Durations;
import dev.genci.plan.KnownSessions;
import dev.genci.plan.Plan;
import dev.genci.plan.PlanJson;
import dev.genci.plan.PlanMermaid;
import dev.genci.plan.PlanText;
import dev.genci.source.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Prints what a workflow will do, and how long it takes. */
final class PlanCommand implements Verb {
    private static final String TARGET = "--target";
    private static final String WORKFLOW = "--workflow";
    private static final String DURATIONS = "--durations";
    private static final String RUNNERS = "--runners";
    private static final String FORMAT = "--format";
    private static final String COMPARE = "--compare";

    private final Compiler compiler = new Compiler();

    /** The forms of the output. */
    enum Format {
        /** Text for people. */
        text,
        /** A flowchart. */
        mermaid,
        /** For programs. */
        json
    }

    @Override
    public CommandSpec spec() {
        return Options.ofManifest("plan", "Print stages, jobs, rows and the critical path of a workflow.")
                .addOption(Options.oneOf(Forges.ids(), "Default: the first that the manifest names.", "TARGET", TARGET))
                .addOption(Options.text("The workflow, by its id. Default: the manifest's first.", "ID", WORKFLOW))
                .addOption(Options.texts(
                        "What nox --report FILE wrote; may be repeated: the median counts. Sessions that it lacks"
                                + " have the duration of the manifest.",
                        "FILE",
                        DURATIONS))
                .addOption(Options.texts(
                        "Print the same for this hand-written workflow, side by side; may be repeated, or a folder.",
                        "FILE",
                        COMPARE))
                .addOption(OptionSpec.builder(RUNNERS)
                        .type(Integer.class)
                        .paramLabel("N")
                        .description("Also say how long it takes on so many runners.")
                        .build())
                .addOption(OptionSpec.builder(FORMAT)
                        .type(Format.class)
                        .paramLabel("FORMAT")
                        .description("Format of the output: text, mermaid or json. Default: text.")
                        .build());
    }

    @Override
    public void prepare() {
        compiler.prepareToAnalyze();
    }

    @Override
    public int run(Console console, Arguments arguments) {
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
            return wrong(console, arguments, analyzed.diagnostics());
        }
        Analysis analysis = choice(analyzed.value(), arguments.text(WORKFLOW));
        TargetSettings target = id == null
                ? analysis.manifest().targets().get(0)
                : analysis.manifest().target(id);
        Outcome<Pipeline> lowered = Lowering.lower(analysis, target);
        if (lowered.value() == null) {
            return wrong(console, arguments, lowered.diagnostics());
        }
        Durations durations = durations(console, arguments);
        Plan plan = Plan.of(analysis, target, lowered.value(), durations);
        if (durations.isOfAnotherProject()) {
            throw new Failure(ExitCode.INPUT, "no session of this workflow is in what " + DURATIONS + " names");
        }
        Format format = arguments.verb().matchedOptionValue(FORMAT, Format.text);
        List<String> old = arguments.verb().matchedOptionValue(COMPARE, List.of());
        if (old.isEmpty()) {
            console.print(text(plan, format, runners));
            return ExitCode.OK;
        }
        if (format == Format.mermaid) {
            throw new Failure(ExitCode.USAGE, COMPARE + " requires " + FORMAT + " text or json");
        }
        PlanComparison read =
                PlanComparison.read(console, arguments, old, plan, new KnownSessions(analysis, durations));
        console.print(
                format == Format.json
                        ? PlanJson.print(plan, runners, read.comparison())
                        : VisibleText.of(ComparisonText.print(read.comparison(), runners)));
        return read.complete() ? ExitCode.OK : ExitCode.INPUT;
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

    private static int wrong(Console console, Arguments arguments, List<Diagnostic> diagnostics) {
        console.say(Diagnostic.sorted(diagnostics), arguments.color());
        return ExitCode.INPUT;
    }

    private static String text(Plan plan, Format format, @Nullable Integer runners) {
        return switch (format) {
            case text -> PlanText.print(plan, runners);
            case mermaid -> PlanMermaid.print(plan);
            case json -> PlanJson.print(plan, runners, null);
        };
    }

    private static Durations durations(Console console, Arguments arguments) {
        List<String> files = arguments.verb().matchedOptionValue(DURATIONS, List.of());
        Map<String, List<Double>> measured = new LinkedHashMap<>();
        files.forEach(file -> NoxfileOption.readReport(console, file, measured));
        return new Durations(measured);
    }
}
