package dev.genci.cli;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Severity;
import dev.genci.report.FileState;
import dev.genci.report.Finding;
import dev.genci.report.GitHubReport;
import dev.genci.report.JsonReport;
import dev.genci.report.SarifReport;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workspace.Drift;
import java.util.List;
import java.util.Locale;

/**
 * A report for programs, on standard output. Files in it are relative to the folder where gen-ci was started, whatever
 * {@code -C} is.
 *
 * @param format json, sarif or github
 */
record MachineReport(Console console, Arguments arguments, String format) {

    /** Prints all diagnostics of a manifest. */
    void diagnostics(List<Diagnostic> diagnostics) {
        print(diagnostics.stream().map(Finding::of).toList(), List.of());
    }

    /**
     * Prints how files differ from what they should be.
     *
     * @return the exit code
     */
    int drifts(List<Drift> drifts, CheckFix fix) {
        List<Finding> findings = drifts.stream()
                .filter(drift -> drift.state() != Drift.State.CURRENT)
                .map(drift -> finding(drift, fix))
                .toList();
        List<FileState> files = drifts.stream()
                .map(drift -> new FileState(arguments.prefix() + fix.path(drift), word(drift.state())))
                .toList();
        print(findings, files);
        return findings.isEmpty() ? ExitCode.OK : ExitCode.NO;
    }

    private static Finding finding(Drift drift, CheckFix fix) {
        SourceFile file = new SourceFile(fix.path(drift), drift.onDisk());
        int line = drift.state() == Drift.State.DIFFERS ? drift.firstLine() : 1;
        String help = "To fix it, run: "
                + (drift.state() == Drift.State.ORPHANED
                        ? fix.remove(drift)
                        : fix.write(drift.state() == Drift.State.FOREIGN));
        return new Finding(
                "workflow-" + word(drift.state()),
                Severity.ERROR,
                new Place(file, line, 1, 1),
                CheckReport.message(drift),
                List.of(),
                help);
    }

    private static String word(Drift.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private void print(List<Finding> found, List<FileState> files) {
        List<Finding> findings = Finding.from(arguments.prefix(), found);
        console.print(
                switch (format) {
                    case "json" -> JsonReport.print(findings, files);
                    case "sarif" -> new SarifReport(Main.version(), MachineReport::help).print(findings);
                    default -> GitHubReport.print(findings);
                });
    }

    /** The page of a rule, or what the states of files mean. */
    private static String help(String rule) {
        String state = rule.startsWith("workflow-") ? rule.substring("workflow-".length()) : "";
        return switch (state) {
            case "differs" ->
                "The manifest was changed without writing the workflow, or the workflow was edited by hand.\n";
            case "foreign" ->
                "The manifest names this file, but gen-ci did not make it. It is only replaced by force.\n";
            case "missing" -> "The manifest names this workflow, which has not been written yet.\n";
            case "orphaned" -> "gen-ci made this workflow, but no target names it any more.\n";
            default -> ExplainCommand.page(rule);
        };
    }
}
