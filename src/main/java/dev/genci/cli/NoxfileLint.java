package dev.genci.cli;

import dev.genci.agreement.Agreement;
import dev.genci.agreement.Difference;
import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.Severity;
import dev.genci.emit.EmittedFile;
import dev.genci.fix.Judged;
import dev.genci.fix.ManifestFix;
import dev.genci.manifest.Location;
import dev.genci.manifest.Manifest;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import dev.genci.workspace.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** {@code lint --noxfile}: what lint finds, and where manifest and noxfile differ, in one report. */
record NoxfileLint(Compiler compiler, Console console, Arguments arguments, Consumer<List<Diagnostic>> report) {

    /**
     * Does it.
     *
     * @return the exit code: of a wrong manifest, or else whether they agree; notes are no difference
     */
    int run(String listing) {
        if (listing.equals("-") && "-".equals(arguments.positional())) {
            throw new Failure(ExitCode.USAGE, "manifest and listing cannot both be standard input");
        }
        boolean fix = arguments.has(Fixing.NAME);
        Fixing.refuseStdin(fix && "-".equals(arguments.positional()));
        ManifestInput.Read read = ManifestInput.read(console, arguments, report);
        Judged alone = judge(read.project(), read.source(), Map.of());
        Analysis analysis = alone.analysis();
        if (analysis == null) {
            report.accept(Diagnostic.sorted(alone.own()));
            return ExitCode.INPUT;
        }
        List<Failure> failures = new ArrayList<>();
        Map<String, NoxListing> listings = listings(read.project(), noxfiles(analysis, listing), listing, failures);
        boolean whole = failures.isEmpty();
        Judged compared = alone.with(differences(analysis, listings));
        Judged judged = fix && whole ? fix(read, compared, listings) : compared;
        report.accept(Diagnostic.sorted(judged.all()));
        if (!whole) {
            Set<String> said = new LinkedHashSet<>();
            failures.forEach(failure -> said.add(String.valueOf(failure.getMessage())));
            throw new Failure(failures.get(0).exitCode(), String.join("\ngen-ci: ", said));
        }
        boolean agree = judged.differences().values().stream()
                .flatMap(List::stream)
                .allMatch(each -> each.finding().severity() == Severity.NOTE);
        return agree ? ExitCode.OK : ExitCode.NO;
    }

    /** Fixes the manifest; what it is afterwards. */
    private Judged fix(ManifestInput.Read read, Judged compared, Map<String, NoxListing> listings) {
        ManifestFix.Fixed fixed =
                ManifestFix.of(read.source(), compared, listings, source -> judge(read.project(), source, listings));
        new Fixing(console).write(Map.of(read.source(), fixed.file().text()));
        for (ManifestFix.Result result : fixed.results()) {
            console.say(Fixing.line(
                    arguments, result.place(), result.rule(), (result.fixed() ? "" : "not fixed: ") + result.what()));
        }
        return fixed.judged();
    }

    /** What nox lists of each noxfile, each read once; one that is missing does not hide what is said of the others. */
    private Map<String, NoxListing> listings(
            Project project, Set<String> noxfiles, String listing, List<Failure> failures) {
        Map<String, NoxListing> listings = new LinkedHashMap<>();
        for (String noxfile : noxfiles) {
            List<String> options = noxfile.equals(Location.NOXFILE) ? List.of() : List.of("--noxfile", noxfile);
            try {
                listings.put(
                        noxfile,
                        NoxfileOption.read(console, listing, project.folder(), options, NoxfileOption.NAME + "="));
            } catch (Failure e) {
                failures.add(e);
            }
        }
        return listings;
    }

    private static Map<String, List<Difference>> differences(Analysis analysis, Map<String, NoxListing> listings) {
        Map<String, List<Difference>> all = new LinkedHashMap<>();
        listings.forEach((noxfile, listed) -> all.put(noxfile, Agreement.differences(analysis, listed, noxfile)));
        return all;
    }

    /** The noxfiles to compare, each with the entries that name it: all, or the one that a listing is of. */
    private static Set<String> noxfiles(Analysis analysis, String listing) {
        Set<String> all = new LinkedHashSet<>();
        analysis.work().forEach(work -> {
            if (work.call().callsNox()) {
                all.add(work.job().location().noxfileInWorkspace());
            }
        });
        if (all.isEmpty() || !listing.isEmpty() && all.contains(Location.NOXFILE)) {
            return Set.of(Location.NOXFILE);
        }
        if (!listing.isEmpty() && all.size() > 1) {
            throw new Failure(
                    ExitCode.USAGE,
                    "a listing is of one noxfile, and the manifest names " + String.join(", ", all) + ": use "
                            + NoxfileOption.NAME + " alone, which runs nox for each");
        }
        return all;
    }

    /** Compiles a manifest, and compares it. */
    private Judged judge(Project project, SourceFile source, Map<String, NoxListing> listings) {
        try {
            CommittedFiles committed = new CommittedFiles(project, Repository.around(project.folder()));
            Outcome<List<Analysis>> analyzed = compiler.analyze(source);
            Outcome<List<EmittedFile>> compiled =
                    compiler.compile(analyzed, committed, Manifest::targets, Options.pins(arguments));
            List<Analysis> analyses = compiled.value() == null ? null : analyzed.value();
            Analysis analysis = analyses == null ? null : analyses.get(0);
            Judged judged = new Judged(compiled.diagnostics(), analysis, Map.of());
            return analysis == null ? judged : judged.with(differences(analysis, listings));
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + e.getMessage());
        }
    }
}
