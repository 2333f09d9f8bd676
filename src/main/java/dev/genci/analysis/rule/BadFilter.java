package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.expression.Expression;
import dev.genci.manifest.Located;
import dev.genci.manifest.PathFilter;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filters of an event, and the paths of a session, can match something, and no forge refuses them. */
final class BadFilter implements Rule {
    private static final Map<String, FilterPattern.Kind> KINDS = Map.of(
            "branches", FilterPattern.Kind.BRANCH,
            "branches-ignore", FilterPattern.Kind.BRANCH,
            "tags", FilterPattern.Kind.TAG,
            "tags-ignore", FilterPattern.Kind.TAG,
            "paths", FilterPattern.Kind.PATH,
            "paths-ignore", FilterPattern.Kind.PATH);

    @Override
    public RuleId id() {
        return RuleId.BAD_FILTER;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.manifest().workflow().filters().forEach(filter -> {
            FilterPattern.Kind kind = KINDS.get(filter.key());
            if (kind != null) {
                List<Located<String>> patterns = filter.patterns().stream()
                        .filter(pattern -> !Expression.isIn(pattern.value()))
                        .toList();
                check(filter.key(), kind, patterns, report);
            }
        });
        analysis.entries().stream()
                .map(entry -> entry instanceof Work work ? work.job().paths() : null)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(filter -> check(filter, report));
    }

    private void check(PathFilter filter, Consumer<Diagnostic> report) {
        List<Located<String>> patterns = filter.patterns().stream()
                .filter(pattern -> !Expression.isIn(pattern.value()))
                .toList();
        check(filter.key().key(), FilterPattern.Kind.CHANGED, patterns, report);
        boolean positive = false;
        for (Located<String> pattern : patterns) {
            boolean negative = new FilterPattern(pattern.value(), FilterPattern.Kind.CHANGED).isNegative();
            if (negative && filter.ignores()) {
                report.accept(Diagnostic.of(
                                id(), pattern.place(), "\"!\" is not allowed in paths-ignore, which only takes away")
                        .help("use paths, for example: paths: [\"**\", \"!docs/**\", docs/conf.py]"));
            }
            positive |= !negative;
            if (negative && !positive && !filter.ignores() && hasPositive(patterns)) {
                report.accept(
                        Diagnostic.of(
                                id(),
                                pattern.place(),
                                "\"!\" only takes away from what a pattern before it has matched: there is none before this one"));
            }
        }
    }

    private static boolean hasPositive(List<Located<String>> patterns) {
        return patterns.stream()
                .anyMatch(pattern -> !new FilterPattern(pattern.value(), FilterPattern.Kind.CHANGED).isNegative());
    }

    private void check(
            String key, FilterPattern.Kind kind, List<Located<String>> patterns, Consumer<Diagnostic> report) {
        boolean good = true;
        for (Located<String> pattern : patterns) {
            FilterPattern.Problem problem = new FilterPattern(pattern.value(), kind).problem();
            if (problem != null) {
                report.accept(
                        Diagnostic.of(id(), Inside.of(pattern, problem.start(), problem.length()), problem.message())
                                .help(problem.help()));
                good = false;
            }
        }
        boolean onlyNegative =
                good && patterns.stream().allMatch(pattern -> new FilterPattern(pattern.value(), kind).isNegative());
        if (onlyNegative && !key.endsWith("-ignore") && !patterns.isEmpty()) {
            report.accept(Diagnostic.of(
                            id(),
                            patterns.get(0).place(),
                            "\"!\" only takes away from what a pattern before it has matched: this matches nothing")
                    .help(help(key, patterns)));
        }
    }

    private static @Nullable String help(String key, List<Located<String>> patterns) {
        return "write " + key + "-ignore: "
                + patterns.stream().map(pattern -> pattern.value().substring(1)).toList();
    }
}
