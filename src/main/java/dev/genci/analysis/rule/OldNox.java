package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CallItem;
import dev.genci.manifest.CallList;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.Work;
import java.util.function.Consumer;

/** The release of nox has the options that jobs call it with. */
final class OldNox implements Rule {
    private static final String FIRST = "2024.3.2";
    /** The first that runs sessions at the same time. */
    private static final String PARALLEL = "2026.8.10";

    @Override
    public RuleId id() {
        return RuleId.OLD_NOX;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Located<String> version = analysis.manifest().nox().version();
        if (isOlder(version.value(), FIRST)) {
            report.accept(Diagnostic.of(
                            id(),
                            version.place(),
                            "nox " + version.value() + " has no --reuse-venv, which every job uses")
                    .help("use nox " + FIRST + " or newer"));
        } else if (isOlder(version.value(), PARALLEL)) {
            analysis.work().filter(Invocation::installsNox).forEach(work -> check(version, work, report));
        }
    }

    private void check(Located<String> version, Work work, Consumer<Diagnostic> report) {
        CallList list = work.call().list();
        if (list != null) {
            for (CallItem.Nox call : list.ofNox()) {
                Located<String> parallel = call.parallel();
                if (parallel != null) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    parallel.place(),
                                    "nox " + version.value() + " runs no sessions at the same time")
                            .related(version.place(), "the version of nox is here")
                            .help("use nox " + PARALLEL + " or newer"));
                }
            }
        }
    }

    /** Whether the release is older than the first that will do; missing and odd parts count as nothing. */
    private static boolean isOlder(String version, String first) {
        String[] parts = version.split("\\.", -1);
        String[] wanted = first.split("\\.", -1);
        for (int i = 0; i < wanted.length; i++) {
            int part = i < parts.length ? number(parts[i]) : 0;
            if (part != number(wanted[i])) {
                return part < number(wanted[i]);
            }
        }
        return false;
    }

    private static int number(String part) {
        int number = 0;
        for (int i = 0; i < part.length() && i < 8 && Character.isDigit(part.charAt(i)); i++) {
            number = number * 10 + Character.digit(part.charAt(i), 10);
        }
        return number;
    }
}
