package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import java.util.List;
import java.util.function.Consumer;

/** The release of nox has the options that jobs call it with. */
final class OldNox implements Rule {
    private static final List<Integer> FIRST = List.of(2024, 3, 2);
    private static final String OPTION = "--reuse-venv";

    @Override
    public RuleId id() {
        return RuleId.OLD_NOX;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Located<String> version = analysis.manifest().nox().version();
        if (isOlder(version.value().split("\\."))) {
            report.accept(Diagnostic.of(
                            id(),
                            version.place(),
                            "nox " + version.value() + " has no " + OPTION + ", which every job uses")
                    .help("use nox 2024.3.2 or newer"));
        }
    }

    /** Whether the release is older than the first that will do; missing and odd parts count as nothing. */
    private static boolean isOlder(String[] parts) {
        for (int i = 0; i < FIRST.size(); i++) {
            int part = i < parts.length ? number(parts[i]) : 0;
            if (part != FIRST.get(i)) {
                return part < FIRST.get(i);
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
