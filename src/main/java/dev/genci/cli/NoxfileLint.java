package dev.genci.cli;

import dev.genci.agreement.Agreement;
import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.Severity;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Location;
import dev.genci.manifest.Manifest;
import dev.genci.noxfile.NoxListing;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import dev.genci.workspace.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        ManifestInput.Read read = ManifestInput.read(console, arguments, report);
        List<Diagnostic> found = new ArrayList<>();
        Analysis analysis = analysis(read, found);
        if (analysis == null) {
            report.accept(Diagnostic.sorted(found));
            return ExitCode.INPUT;
        }
        List<Diagnostic> differences = new ArrayList<>();
        try {
            for (String noxfile : noxfiles(analysis, listing)) {
                NoxListing listed = NoxfileOption.read(
                        console,
                        listing,
                        read.project().folder(),
                        noxfile.equals(Location.NOXFILE) ? List.of() : List.of("--noxfile", noxfile),
                        NoxfileOption.NAME + "=");
                differences.addAll(Agreement.differences(analysis, listed, noxfile));
            }
        } catch (Failure e) {
            report.accept(Diagnostic.sorted(found));
            throw e;
        }
        found.addAll(differences);
        report.accept(Diagnostic.sorted(found));
        return differences.stream().allMatch(each -> each.severity() == Severity.NOTE) ? ExitCode.OK : ExitCode.NO;
    }

    /** The noxfiles to compare, each with the entries that name it: all, or the one that a listing is of. */
    private static Set<String> noxfiles(Analysis analysis, String listing) {
        Set<String> all = new LinkedHashSet<>();
        analysis.work().forEach(work -> {
            if (!work.call().sessions().isEmpty()) {
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

    /** What the manifest means; {@code null} when it is wrong. */
    private @Nullable Analysis analysis(ManifestInput.Read read, List<Diagnostic> found) {
        try {
            Project project = read.project();
            CommittedFiles committed = new CommittedFiles(project, Repository.around(project.folder()));
            Outcome<List<EmittedFile>> compiled =
                    compiler.compile(read.source(), committed, Manifest::targets, Options.pins(arguments));
            found.addAll(compiled.diagnostics());
            List<Analysis> analyzed = compiled.value() == null
                    ? null
                    : compiler.analyze(read.source()).value();
            return analyzed == null ? null : analyzed.get(0);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + e.getMessage());
        }
    }
}
