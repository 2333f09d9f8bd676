package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Axes;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.Parameters;
import dev.genci.manifest.RowPattern;
import dev.genci.manifest.RowPattern.AxisValue;
import dev.genci.manifest.Runner;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Each item of {@code exclude} removes a row of its session, and all of them leave one. Part of {@link UselessKey}. */
final class UselessPatterns {
    private final Work work;
    private final Consumer<Diagnostic> report;
    private final Map<String, Set<String>> axes = new LinkedHashMap<>();

    private UselessPatterns(Work work, Consumer<Diagnostic> report) {
        this.work = work;
        this.report = report;
        Axes all = work.axes();
        add(SessionKey.PYTHON.key(), Located.values(all.pythons()));
        for (Located<String> parameters : all.parameters()) {
            Parameters.of(parameters.value()).forEach(each -> add(each.name(), List.of(each.value())));
        }
        all.own().forEach(axis -> add(axis.name().value(), Located.values(axis.values())));
        add(SessionKey.OS.key(), all.runners().stream().map(Runner::word).toList());
    }

    private void add(String axis, List<String> values) {
        if (!values.isEmpty()) {
            axes.computeIfAbsent(axis, name -> new LinkedHashSet<>()).addAll(values);
        }
    }

    static void check(Work work, List<Invocation> rows, Consumer<Diagnostic> report) {
        UselessPatterns patterns = new UselessPatterns(work, report);
        work.axes().excluded().forEach(patterns::check);
        Place key = work.keys().get(SessionKey.EXCLUDE.key());
        if (rows.isEmpty() && key != null) {
            report.accept(
                    Diagnostic.of(RuleId.USELESS_KEY, key, "\"exclude\" leaves no row of \"" + work.name() + "\""));
        }
    }

    private void check(RowPattern pattern) {
        boolean known = true;
        for (AxisValue value : pattern.values()) {
            Set<String> there = axes.get(value.axis().value());
            if (there == null) {
                report.accept(Diagnostic.of(
                                RuleId.USELESS_KEY,
                                value.axis().place(),
                                "\"" + work.name() + "\" has no axis \""
                                        + value.axis().value() + "\"")
                        .help(axes.isEmpty() ? null : "its axes are " + String.join(", ", axes.keySet()))
                        .suggest(value.axis().value(), axes.keySet()));
                known = false;
            } else if (!there.contains(value.value().value())) {
                report.accept(Diagnostic.of(
                                RuleId.USELESS_KEY,
                                value.value().place(),
                                "no row of \"" + work.name() + "\" has "
                                        + value.axis().value() + " \""
                                        + value.value().value() + "\"")
                        .help("its rows have " + String.join(", ", there)));
                known = false;
            }
        }
        if (known && !isParametrized(pattern)) {
            report.accept(Diagnostic.of(
                    RuleId.USELESS_KEY,
                    pattern.place(),
                    "no row of \"" + work.name() + "\" has all of these values at once"));
        }
    }

    /** Whether the parameters have these values at once; all other axes are combined with each other. */
    private boolean isParametrized(RowPattern pattern) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Located<String> parameters : work.axes().parameters()) {
            Map<String, String> values = new HashMap<>();
            Parameters.of(parameters.value()).forEach(each -> values.put(each.name(), each.value()));
            all.add(values);
        }
        return all.isEmpty()
                || all.stream().anyMatch(values -> pattern.values().stream()
                        .allMatch(value -> !isParameter(value)
                                || value.value()
                                        .value()
                                        .equals(values.get(value.axis().value()))));
    }

    private boolean isParameter(AxisValue value) {
        String axis = value.axis().value();
        return value.runner() == null
                && !axis.equals(SessionKey.PYTHON.key())
                && work.axes().own().stream()
                        .noneMatch(own -> own.name().value().equals(axis));
    }
}
