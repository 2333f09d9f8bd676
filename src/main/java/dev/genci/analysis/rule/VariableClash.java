package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Axes;
import dev.genci.manifest.Containers;
import dev.genci.manifest.JobKey;
import dev.genci.manifest.Located;
import dev.genci.manifest.Parameters;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Variables that stand together differ in more than case: GitHub refuses them, and Windows has one of them only. So do services and inputs,
 * of the workflow and of an action, and the parameters and axes of a session: a row has them as columns of the matrix.
 */
final class VariableClash implements Rule {
    @Override
    public RuleId id() {
        return RuleId.VARIABLE_CLASH;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        check("variables", analysis.manifest().workflow().variables(), report);
        analysis.manifest()
                .workflow()
                .namesOfEvents()
                .forEach(names -> check(names.getKey(), names.getValue(), report));
        analysis.running().forEach(work -> {
            check("variables", work.job().variables(), report);
            work.variablesOfNox().forEach(each -> check("variables", each.keySet(), report));
            if (!work.job().passed().isEmpty()) {
                ofContainers(work.job().containers(), report);
            }
            check("parameters", parameters(work), report);
            axes(work, report);
            ofSteps(work.steps(), report);
        });
        analysis.jobs().forEach(job -> {
            check("variables", job.names(JobKey.ENV), report);
            check("inputs", job.names(JobKey.WITH), report);
            check("secrets", job.names(JobKey.SECRETS), report);
            check("outputs", job.names(JobKey.OUTPUTS), report);
            ofContainers(job.containers(), report);
            ofSteps(job.steps(), report);
        });
    }

    private void ofContainers(Containers containers, Consumer<Diagnostic> report) {
        check("services", containers.services(), report);
        containers.variables().forEach(names -> check("variables", names, report));
    }

    private void ofSteps(List<StepSpec> steps, Consumer<Diagnostic> report) {
        steps.forEach(step -> {
            check("variables", step.values().keySet(), report);
            check("inputs", step.inputs(), report);
        });
    }

    /** Those of the first row that has two of a name: what is wrong with others is the same. */
    private static List<Located<String>> parameters(Work work) {
        return work.axes().parameters().stream()
                .map(row -> Parameters.of(row.value()).stream()
                        .map(parameter -> new Located<>(parameter.name(), row.place()))
                        .toList())
                .filter(names -> Located.values(names).stream()
                                .map(name -> name.toUpperCase(Locale.ROOT))
                                .distinct()
                                .count()
                        < names.size())
                .findFirst()
                .orElse(List.of());
    }

    /** An axis may not be called as a parameter is, or as another axis is. */
    private void axes(Work work, Consumer<Diagnostic> report) {
        List<Located<String>> axes =
                work.axes().own().stream().map(Axes.Own::name).toList();
        check("axes", axes, report);
        for (Located<String> axis : axes) {
            work.axes().parameters().stream()
                    .filter(row -> Parameters.of(row.value()).stream()
                            .anyMatch(parameter -> parameter.name().equalsIgnoreCase(axis.value())))
                    .findFirst()
                    .ifPresent(row -> report.accept(Diagnostic.of(
                                    id(),
                                    axis.place(),
                                    "\"" + axis.value() + "\" is a parameter, too: a row has one value of it")
                            .related(row.place(), "the parameter is here")
                            .help("give the axis another name, or remove it: parametrize makes rows, too")));
        }
    }

    private void check(String what, Collection<Located<String>> names, Consumer<Diagnostic> report) {
        Map<String, Located<String>> seen = new HashMap<>();
        for (Located<String> name : names) {
            Located<String> first = seen.putIfAbsent(name.value().toUpperCase(Locale.ROOT), name);
            if (first != null) {
                Diagnostic clash = Diagnostic.of(
                        id(),
                        name.place(),
                        "the " + what + " \"" + first.value() + "\" and \"" + name.value()
                                + "\" differ only in case: they are one");
                report.accept(
                        first.place().equals(name.place())
                                ? clash
                                : clash.related(first.place(), "the first one is here"));
            }
        }
    }
}
