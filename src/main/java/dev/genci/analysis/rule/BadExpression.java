package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.ExpressionPlace;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.expression.EndedJob;
import dev.genci.expression.ExpressionChecker;
import dev.genci.expression.Problem;
import dev.genci.expression.Scope;
import dev.genci.manifest.Entry;
import dev.genci.manifest.ExpressionText;
import dev.genci.manifest.Located;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.TextUse;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a forge evaluates expressions, each can be read, and asks only for what is known at its place: the forge refuses
 * the whole workflow for one that does not. A session's {@code if} leaves the status of other jobs to gen-ci: with a
 * status function in it the forge would no longer wait for a success.
 *
 * <p>Reports {@link RuleId#BAD_CONDITION}, {@link RuleId#UNKNOWN_CONTEXT}, {@link RuleId#UNKNOWN_FUNCTION}, {@link
 * RuleId#UNKNOWN_PROPERTY} and {@link RuleId#WRONG_ARGUMENTS}, too.
 */
final class BadExpression implements Rule {
    @Override
    public RuleId id() {
        return RuleId.BAD_EXPRESSION;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        // A start is felt, and many manifests have no expression: nothing is loaded that reads them.
        boolean none = analysis.manifest().expressionTexts().isEmpty()
                && analysis.entries().stream()
                        .allMatch(entry -> entry.source().expressionTexts().isEmpty());
        if (!none) {
            checkAll(analysis, report);
        }
    }

    private void checkAll(Analysis analysis, Consumer<Diagnostic> report) {
        List<String> forges =
                analysis.manifest().targets().stream().map(TargetSettings::id).toList();
        ExpressionChecker everywhere = new ExpressionChecker(forges);
        Set<String> inputs =
                Set.copyOf(Located.values(analysis.manifest().workflow().inputs()));
        for (ExpressionText text : analysis.manifest().expressionTexts()) {
            ExpressionChecker checker =
                    text.target() == null ? everywhere : new ExpressionChecker(List.of(text.target()));
            Map<String, EndedJob> ended = text.place() == ExpressionPlace.CALL_OUTPUT ? all(analysis) : Map.of();
            check(text, checker, new Known(inputs, ended, null, false), report);
        }
        List<Entry> entries = analysis.entries();
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            for (Entry part : entry instanceof Work work ? work.parts() : List.of(entry)) {
                List<ExpressionText> texts = part.source().expressionTexts();
                if (!texts.isEmpty() && entry.listing().membership().here()) {
                    Known known = new Known(
                            inputs, jobs(analysis, number), KnownRows.of(analysis, part), entry instanceof PassedJob);
                    texts.forEach(text -> check(text, everywhere, known, report));
                }
            }
        }
    }

    /** What is known at all texts of an entry, or of the manifest without its entries. */
    private record Known(
            Set<String> inputs,
            Map<String, EndedJob> jobs,
            @Nullable KnownRows rows,
            boolean inJob) {
        Scope at(ExpressionPlace place, @Nullable List<String> stepsBefore) {
            return new Scope(jobs, inputs, steps(stepsBefore, place), rows == null ? null : rows.fields(place), inJob);
        }
    }

    /** The jobs that the manifest writes, as the workflow knows them when all have ended. */
    private static Map<String, EndedJob> all(Analysis analysis) {
        Map<String, EndedJob> jobs = new HashMap<>();
        analysis.jobs().forEach(job -> jobs.put(job.name(), ended(job, true)));
        return jobs;
    }

    private static EndedJob ended(PassedJob job, boolean needed) {
        List<String> outputs = job.outputs();
        return new EndedJob(needed, outputs == null ? null : new TreeSet<>(outputs));
    }

    /** The jobs that the manifest writes, and which of them an entry itself says that it waits for. */
    private static Map<String, EndedJob> jobs(Analysis analysis, int number) {
        if (analysis.jobs().isEmpty()) {
            return Map.of();
        }
        BitSet needs = new BitSet();
        analysis.entries()
                .get(number)
                .waitsFor()
                .forEach(word -> needs.or(analysis.references().find(word.value())));
        Map<String, EndedJob> jobs = new HashMap<>();
        for (PassedJob job : analysis.jobs()) {
            Integer own = analysis.references().number(job.name());
            jobs.put(job.name(), ended(job, own != null && needs.get(own)));
        }
        return jobs;
    }

    /** Outside of steps none has run yet; but for what the forge evaluates when all have. */
    private static @Nullable Set<String> steps(@Nullable List<String> before, ExpressionPlace place) {
        return before != null ? Set.copyOf(before) : place.isAfterSteps() ? null : Set.of();
    }

    private void check(ExpressionText text, ExpressionChecker checker, Known known, Consumer<Diagnostic> report) {
        ExpressionPlace place = text.place();
        if (place == null) {
            return;
        }
        String value = text.text().value();
        Scope scope = known.at(place, text.stepsBefore());
        List<Problem> problems = text.use() == TextUse.Kind.CONDITION
                ? checker.condition(value, place, scope)
                : checker.text(value, place, scope);
        for (Problem problem : problems) {
            RuleId rule =
                    problem.rule() == id() && place == ExpressionPlace.JOB_IF ? RuleId.BAD_CONDITION : problem.rule();
            Place at = Inside.of(text.text(), problem.start(), problem.length());
            report.accept(Diagnostic.of(rule, at, problem.message())
                    .help(problem.help())
                    .suggest(problem.suggestion()));
        }
    }
}
