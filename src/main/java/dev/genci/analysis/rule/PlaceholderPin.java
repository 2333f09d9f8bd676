package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.KnownReleases;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/**
 * The commit of a pin is one, not digits that repeat: zeros, or 0123456789 over and over. Twenty or more digits that follow from
 * those before them do not occur in a hash.
 */
final class PlaceholderPin implements Rule {
    @Override
    public RuleId id() {
        return RuleId.PLACEHOLDER_PIN;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.manifest().pins().forEach((action, pin) -> {
            // A known version has a known commit: that is another rule's.
            if (repeats(pin.value().sha())
                    && new KnownReleases().commit(action, pin.value().version()) == null) {
                report.accept(Diagnostic.of(
                                id(), pin.place(), "this is no commit of \"" + action + "\", only a placeholder")
                        .help("`git ls-remote --tags https://github.com/" + action + "` lists commits and versions"));
            }
        });
    }

    private static boolean repeats(String digits) {
        for (int period = 1; period <= digits.length() / 2; period++) {
            if (digits.startsWith(digits.substring(period))) {
                return true;
            }
        }
        return false;
    }
}
