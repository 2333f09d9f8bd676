package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.forge.Forges;
import dev.genci.plan.ComparisonText;
import dev.genci.plan.Order;
import dev.genci.plan.PlanGantt;
import dev.genci.plan.PlanHtml;
import dev.genci.plan.PlanJson;
import dev.genci.plan.PlanMermaid;
import dev.genci.plan.PlanReport;
import dev.genci.plan.PlanText;
import dev.genci.plan.WhatIf;
import dev.genci.plan.WhatIfText;
import dev.genci.source.VisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Prints what a workflow will do, and how long it takes; or writes that into a document. */
final class PlanCommand implements Verb {
    private static final String FORMAT = "--format";
    private static final String CHART = "--chart";
    private static final String COMPARE = "--compare";
    private static final String WHAT_IF = "--what-if";

    private final Compiler compiler = new Compiler();

    /** The forms of the output. */
    enum Format {
        /** Text for people. */
        text,
        /** A diagram. */
        mermaid,
        /** For programs. */
        json,
        /** A page. */
        html
    }

    /** The diagrams. */
    enum Chart {
        /** The jobs, and which waits for which. */
        flowchart,
        /** When each row runs. */
        gantt
    }

    @Override
    public CommandSpec spec() {
        return Options.ofManifest("plan", "Print stages, jobs, rows and the critical path of a workflow.")
                .addOption(Options.oneOf(
                        Forges.ids(), "Default: the first that the manifest names.", "TARGET", PlanInput.TARGET))
                .addOption(Options.text(
                        "The workflow, by its id. Default: the manifest's first.", "ID", PlanInput.WORKFLOW))
                .addOption(Options.texts(
                        "What nox --report FILE wrote; may be repeated: the median counts. Sessions that it lacks"
                                + " have the duration of the manifest.",
                        "FILE",
                        PlanInput.DURATIONS))
                .addOption(Options.texts(
                        "What nox --report FILE wrote in runs without environments: also print what the cache saves.",
                        "FILE",
                        PlanInput.COLD))
                .addOption(Options.text(
                        "A folder of environments, such as .nox: also print how large they are.",
                        "DIR",
                        PlanInput.SIZES))
                .addOption(OptionSpec.builder(PlanInput.RUNNERS)
                        .type(Integer.class)
                        .paramLabel("N")
                        .description("Also say how long it takes on so many runners.")
                        .build())
                .addOption(Options.texts(
                        "Also read this hand-written workflow, and print both side by side; may be repeated, or a folder.",
                        "FILE",
                        COMPARE))
                .addOption(OptionSpec.builder(WHAT_IF)
                        .type(Order.class)
                        .paramLabel("ORDER")
                        .description("Print what an order costs: needs, or serial for parallel-safe: false.")
                        .build())
                .addOption(OptionSpec.builder(FORMAT)
                        .type(Format.class)
                        .paramLabel("FORMAT")
                        .description("Format of the output: text, mermaid, json or html. Default: text.")
                        .build())
                .addOption(OptionSpec.builder(CHART)
                        .type(Chart.class)
                        .paramLabel("CHART")
                        .description("With --format mermaid: flowchart or gantt. Default: flowchart.")
                        .build())
                .addOption(Options.text(
                        "Replace what is between the markers in this file; with --format html the whole file.",
                        "FILE",
                        IntoFile.INTO))
                .addOption(
                        Options.flag("With --into: write nothing; fail if the file is out of date.", IntoFile.CHECK));
    }

    @Override
    public void prepare() {
        compiler.prepareToAnalyze();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        Format format = arguments.verb().matchedOptionValue(FORMAT, Format.text);
        Chart chart = arguments.verb().matchedOptionValue(CHART, (Chart) null);
        Order order = arguments.verb().matchedOptionValue(WHAT_IF, (Order) null);
        List<String> old = arguments.verb().matchedOptionValue(COMPARE, List.of());
        check(format, chart, order, old);
        IntoFile.checkUse(arguments);
        String into = arguments.text(IntoFile.INTO);
        if (into != null && format == Format.json) {
            throw new Failure(ExitCode.USAGE, IntoFile.INTO + " requires another " + FORMAT + " than json");
        }
        PlanInput input = PlanInput.read(console, arguments, compiler);
        if (input == null) {
            return ExitCode.INPUT;
        }
        WhatIf whatIf = order == null ? null : input.without(order);
        PlanComparison comparison = old.isEmpty() ? null : PlanComparison.read(console, arguments, old, input);
        String text = text(input.report(), format, chart, whatIf, comparison);
        if (comparison != null && !comparison.complete()) {
            console.print(into == null ? text : "");
            return ExitCode.INPUT;
        }
        if (into != null) {
            return into(console, arguments, into, format, text);
        }
        console.print(text);
        return ExitCode.OK;
    }

    private static int into(Console console, Arguments arguments, String name, Format format, String text) {
        String fix = arguments.has(IntoFile.CHECK) ? arguments.without(IntoFile.CHECK, "plan") : null;
        IntoFile file = new IntoFile(console, name, "the plan", fix);
        return format == Format.html
                ? file.whole(PlanHtml.SIGN, text)
                : file.between(
                        "plan",
                        fence(text) + (format == Format.mermaid ? "mermaid" : "text") + "\n" + text + fence(text)
                                + "\n");
    }

    /** More backticks than the text has in a row. */
    private static String fence(String text) {
        StringBuilder fence = new StringBuilder("```");
        while (text.contains(fence)) {
            fence.append('`');
        }
        return fence.toString();
    }

    private static void check(Format format, @Nullable Chart chart, @Nullable Order order, List<String> old) {
        if (chart != null && format != Format.mermaid) {
            throw new Failure(ExitCode.USAGE, CHART + " requires " + FORMAT + " mermaid");
        }
        String other = order != null ? WHAT_IF : old.isEmpty() ? null : COMPARE;
        if (other != null && format == Format.mermaid) {
            throw new Failure(ExitCode.USAGE, other + " requires another " + FORMAT + " than mermaid");
        }
        if (order != null && !old.isEmpty()) {
            throw new Failure(ExitCode.USAGE, COMPARE + " and " + WHAT_IF + " exclude each other");
        }
    }

    private static String text(
            PlanReport report,
            Format format,
            @Nullable Chart chart,
            @Nullable WhatIf whatIf,
            @Nullable PlanComparison comparison) {
        if (format == Format.mermaid) {
            return chart == Chart.gantt ? PlanGantt.print(report) : PlanMermaid.print(report.plan());
        }
        if (format == Format.html) {
            return VisibleText.of(PlanHtml.print(report, comparison == null ? null : comparison.comparison(), whatIf));
        }
        if (whatIf != null) {
            return format == Format.json ? PlanJson.print(report, whatIf) : WhatIfText.print(whatIf, report.runners());
        }
        if (comparison != null) {
            return format == Format.json
                    ? PlanJson.print(report, comparison.comparison())
                    : VisibleText.of(ComparisonText.print(comparison.comparison(), report.runners()));
        }
        return format == Format.json ? PlanJson.print(report) : PlanText.print(report);
    }
}
