package dev.genci.cli;

import dev.genci.audit.Audit;
import dev.genci.audit.AuditFix;
import dev.genci.audit.AuditJson;
import dev.genci.audit.AuditText;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Severity;
import dev.genci.noxfile.NoxListing;
import dev.genci.report.Finding;
import dev.genci.report.TextReport;
import dev.genci.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints what is in workflows that people wrote, and what is wrong with them. */
final class AuditCommand implements Verb {
    private static final List<String> FORMATS = List.of("text", "json", "sarif", "github");

    @Override
    public CommandSpec spec() {
        return Options.command("audit", "Print what hand-written workflows do with nox, and what is wrong with them.")
                .addPositional(PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel("FILE")
                        .description("Workflows, or folders with workflows; - is standard input. Default: this folder.")
                        .build())
                .addOption(Options.format(FORMATS))
                .addOption(NoxfileOption.spec())
                .addOption(Options.flag("Fix what needs no guess; every other byte stays.", Fixing.NAME));
    }

    @Override
    public int run(Console console, Arguments arguments) {
        String format = Options.format(arguments, FORMATS);
        AuditFiles files = new AuditFiles(console);
        List<String> names = arguments.verb().matchedPositionalValue(0, List.of("."));
        boolean fix = arguments.has(Fixing.NAME);
        Fixing.refuseStdin(fix && names.contains("-"));
        names.forEach(files::add);
        NoxListing listing = listing(console, arguments, names.get(0));
        List<Audit.Source> sources = fix ? fix(console, arguments, files.sources(), listing) : files.sources();
        List<Diagnostic> unreadable = new ArrayList<>(files.unreadable());
        List<SourceFile> policies =
                names.size() == 1 ? PolicyFiles.of(console, names.get(0), unreadable::addAll) : null;
        Audit audit = Audit.of(sources, policies, listing);
        List<Diagnostic> all = new ArrayList<>(unreadable);
        all.addAll(audit.diagnostics());
        List<Diagnostic> sorted = Diagnostic.sorted(all);
        print(console, arguments, format, audit, sorted);
        if (audit.unreadable() || !unreadable.isEmpty()) {
            return ExitCode.INPUT;
        }
        return sorted.stream().allMatch(each -> each.severity() == Severity.NOTE) ? ExitCode.OK : ExitCode.NO;
    }

    /** Fixes files; what they are afterwards. */
    private static List<Audit.Source> fix(
            Console console, Arguments arguments, List<Audit.Source> sources, @Nullable NoxListing listing) {
        Map<SourceFile, String> texts = new LinkedHashMap<>();
        List<Audit.Source> after = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Audit.Source source : sources) {
            AuditFix.Fixed fixed = AuditFix.of(source, listing);
            texts.put(source.file(), fixed.text());
            after.add(new Audit.Source(new SourceFile(source.file().name(), fixed.text()), source.reach()));
            for (AuditFix.Result result : fixed.results()) {
                said.add(Fixing.line(
                        arguments,
                        result.finding().place(),
                        result.finding().rule(),
                        (result.fixed() ? "" : "not fixed: ") + result.what()));
            }
        }
        new Fixing(console).write(texts);
        said.forEach(console::say);
        return after;
    }

    private static @Nullable NoxListing listing(Console console, Arguments arguments, String first) {
        String listing = arguments.text(NoxfileOption.NAME);
        return listing == null
                ? null
                : NoxfileOption.read(
                        console,
                        listing,
                        AuditFiles.top(console.folder().resolve(first)),
                        List.of(),
                        NoxfileOption.NAME + "=");
    }

    private static void print(
            Console console, Arguments arguments, String format, Audit audit, List<Diagnostic> diagnostics) {
        switch (format) {
            case "text" -> {
                String report =
                        new TextReport(arguments.color().on(console, console.outIsTerminal())).print(diagnostics);
                console.print(AuditText.print(audit) + (report.isEmpty() ? "" : "\n" + report));
            }
            case "json" -> {
                List<Finding> findings = Finding.from(
                        arguments.prefix(),
                        diagnostics.stream().map(Finding::of).toList());
                console.print(AuditJson.print(audit, findings, file -> arguments.prefix() + file.name()));
            }
            default -> new MachineReport(console, arguments, format).diagnostics(diagnostics);
        }
    }
}
