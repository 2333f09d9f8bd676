package dev.genci.fix;

import dev.genci.agreement.Agreement;
import dev.genci.agreement.Difference;
import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.compiler.PinPolicy;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.Severity;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Location;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.PythonBy;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.source.SourceFile;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nox would list for a manifest that agrees with its noxfile, and what is said of one that does not. */
final class Listings {
    private static final Compiler COMPILER = new Compiler();

    private Listings() {}

    /** What lint says, in a folder where nothing is committed. */
    static Judged judge(SourceFile file, NoxListing listing) {
        CommittedFiles committed = new CommittedFiles(Project.of(Path.of("there", "is", "none", "sessions.yaml")));
        try {
            Outcome<List<Analysis>> analyzed = COMPILER.analyze(file);
            Outcome<List<EmittedFile>> compiled =
                    COMPILER.compile(analyzed, committed, Manifest::targets, PinPolicy.KEEP);
            List<Analysis> analyses = compiled.value() == null ? null : analyzed.value();
            if (analyses == null) {
                return new Judged(compiled.diagnostics(), null, Map.of());
            }
            List<Difference> differences = Agreement.differences(analyses.get(0), listing, Location.NOXFILE);
            return new Judged(compiled.diagnostics(), analyses.get(0), Map.of(Location.NOXFILE, differences));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ManifestFix.Fixed fix(String text, NoxListing listing) {
        SourceFile source = new SourceFile("sessions.yaml", text);
        return ManifestFix.of(
                source, judge(source, listing), Map.of(Location.NOXFILE, listing), file -> judge(file, listing));
    }

    /** The differences that are no notes. */
    static List<String> wrong(Judged judged) {
        return judged.differences().values().stream()
                .flatMap(List::stream)
                .filter(each -> each.finding().severity() != Severity.NOTE)
                .map(each -> each.finding().rule().id() + " " + each.finding().message())
                .toList();
    }

    /** The sessions that the rows of a manifest run, by function. */
    static Map<String, List<NoxSession>> of(Analysis analysis) {
        Map<String, Map<String, NoxSession>> all = new LinkedHashMap<>();
        analysis.entries().forEach(entry -> {
            for (Work part : entry instanceof Work work ? work.parts() : List.<Work>of()) {
                for (NoxCall call : part.call().sessions()) {
                    for (Invocation invocation : analysis.invocations(part, call)) {
                        NoxSession session = session(call, invocation);
                        all.computeIfAbsent(session.name(), name -> new LinkedHashMap<>())
                                .putIfAbsent(session.session(), session);
                    }
                }
            }
        });
        Map<String, List<NoxSession>> lists = new LinkedHashMap<>();
        all.forEach((name, sessions) -> lists.put(name, new ArrayList<>(sessions.values())));
        return lists;
    }

    private static NoxSession session(NoxCall call, Invocation invocation) {
        Invocation.Version version = invocation.version();
        String python = call.pythonBy() == PythonBy.NAME && version != null ? version.text() : null;
        return new NoxSession(
                invocation.selector(), invocation.session(), "Does something.", python, call.hasVenv(), List.of());
    }

    static NoxListing listing(Map<String, List<NoxSession>> sessions) {
        return new NoxListing(sessions.values().stream().flatMap(List::stream).toList());
    }
}
