package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.StepIds;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.StepSpec;
import dev.genci.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Step ids are unique in a job, and none is one that gen-ci uses itself. */
final class StepIdClash implements Rule {
    @Override
    public RuleId id() {
        return RuleId.STEP_ID_CLASH;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.work().forEach(work -> check(work.steps(), StepIds.ALL, report));
        // gen-ci writes no step of these.
        analysis.jobs().forEach(job -> check(job.steps(), Set.of(), report));
    }

    private void check(List<StepSpec> steps, Set<String> reserved, Consumer<Diagnostic> report) {
        Map<String, Place> owners = new HashMap<>();
        steps.stream().map(StepSpec::id).flatMap(Stream::ofNullable).forEach(id -> check(id, reserved, owners, report));
    }

    private void check(
            Located<String> id, Set<String> reserved, Map<String, Place> owners, Consumer<Diagnostic> report) {
        String key = id.value().toLowerCase(Locale.ROOT);
        if (reserved.contains(key)) {
            report.accept(Diagnostic.of(
                    id(), id.place(), "the id \"" + id.value() + "\" is reserved for a step that gen-ci writes"));
            return;
        }
        Place first = owners.putIfAbsent(key, id.place());
        if (first != null) {
            report.accept(Diagnostic.of(id(), id.place(), "two steps of a job have the id \"" + id.value() + "\"")
                    .related(first, "the other one"));
        }
    }
}
