package dev.genci.audit;

import dev.genci.edit.Edit;
import dev.genci.edit.Lines;
import dev.genci.edit.Proposal;
import dev.genci.workflow.Step;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** Moves a cache that is restored after nox before it. */
record OrderFix(AuditedJob job, Lines lines) {

    /** Does it. */
    Proposal.Answer move() {
        CacheUse cache =
                job.caches().stream().filter(CacheUse::restores).findFirst().orElseThrow();
        int first = job.runs().stream()
                .filter(run -> !run.lists())
                .mapToInt(NoxRun::step)
                .min()
                .orElseThrow();
        List<Step> steps = job.job().steps();
        Step moved = steps.get(cache.step());
        if (moved.uses() == null || !moved.uses().place().equals(cache.place())) {
            return Proposal.Answer.no("a composite action restores the cache: move what it does there");
        }
        for (Step between : steps.subList(first, cache.step())) {
            String id = between.settings().text("id");
            if (!id.isEmpty() && reads(moved, "steps." + id + ".")) {
                return Proposal.Answer.no("the cache reads what the step \"" + id + "\" sets, which nox comes before");
            }
        }
        StepLines from = StepLines.of(moved, lines);
        StepLines to = StepLines.of(steps.get(first), lines);
        if (from.dash() < 0 || to.dash() < 0) {
            return Proposal.Answer.no("its steps are not in lines of their own");
        }
        return Proposal.Answer.of(new Proposal(edits(from, to), "moved the cache before nox", (before, after) -> {
            List<Object> all = Steps.of(before, job.job().id());
            all.add(first, all.remove(cache.step()));
        }));
    }

    private static boolean reads(Step step, String words) {
        return Scalars.below(step.settings().mapping()).stream()
                .map(YamlScalar::text)
                .anyMatch(text -> text.contains(words));
    }

    private List<Edit> edits(StepLines from, StepLines to) {
        List<String> text = new ArrayList<>();
        for (int line = from.first(); line < from.end(); line++) {
            text.add(lines.line(line));
        }
        boolean spaced = from.isSpaced(lines);
        if (spaced) {
            text.add("");
        }
        int start = lines.start(spaced ? from.first() - 1 : from.first());
        int end = lines.start(from.end());
        if (end == lines.end(from.end() - 1)) {
            // The last line of the text has no line break; then that of the line before goes.
            int before = spaced ? from.first() - 2 : from.first() - 1;
            start = lines.end(before);
        }
        return List.of(lines.insertBefore(to.first(), text), new Edit(start, end, ""));
    }
}
