package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/** The default of an input that is a choice is one of its options: a run that is started by hand must not begin wrong. */
final class UnknownOption implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_OPTION;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.manifest().workflow().choices().forEach((preset, options) -> {
            if (!options.contains(preset.value())) {
                report.accept(Diagnostic.of(
                                id(), preset.place(), "the default \"" + preset.value() + "\" is none of the options")
                        .suggest(preset.value(), options));
            }
        });
    }
}
