package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.expression.Expression;
import dev.genci.expression.Malformed;
import dev.genci.source.Place;
import dev.genci.workflow.Step;
import dev.genci.workflow.Workflow;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What expressions and needs of a job refer to, and nothing sets; and versions that YAML takes for numbers.
 *
 * <p>Owns the rule {@code unset-reference}; an unquoted 3.10 is a {@code version-not-quoted}, too.
 */
record ReferenceFindings(Workflow workflow, AuditedJob job) {

    /** All of them. */
    List<Diagnostic> all() {
        List<Diagnostic> found = new ArrayList<>();
        needs(found);
        for (YamlScalar scalar : Scalars.below(job.job().settings().mapping())) {
            if (scalar.text().contains(Template.OPEN)) {
                reads(scalar, false, found);
            }
        }
        condition(job.job().settings().scalar("if"), found);
        job.job().steps().forEach(step -> condition(step.settings().scalar("if"), found));
        job.job().steps().forEach(step -> allowed(step, found));
        versions(found);
        return found;
    }

    private void needs(List<Diagnostic> found) {
        Set<String> jobs = workflow.jobs().stream().map(each -> each.id()).collect(Collectors.toSet());
        for (YamlScalar need : job.job().settings().list("needs")) {
            if (!jobs.contains(need.text())) {
                found.add(Diagnostic.of(RuleId.UNSET_REFERENCE, need.place(), "there is no job \"" + need.text() + "\"")
                        .suggest(need.text(), jobs));
            }
        }
    }

    /** The jobs that alls-green lets fail, or be skipped. */
    private void allowed(Step step, List<Diagnostic> found) {
        if (step.uses() == null || !step.uses().repository().equalsIgnoreCase("re-actors/alls-green")) {
            return;
        }
        for (String input : List.of("allowed-failures", "allowed-skips")) {
            YamlScalar value = step.settings().in("with").scalar(input);
            // What an expression leaves out depends on the run.
            String names = value == null || value.text().contains(Template.OPEN) ? "" : value.text();
            for (String name : names.split("[\\s,\\[\\]\"']+", -1)) {
                if (value != null && !name.isEmpty() && !has(needs(), name)) {
                    found.add(Diagnostic.of(
                                    RuleId.UNSET_REFERENCE,
                                    Places.word(value, name),
                                    "\"" + job.job().id() + "\" does not need a job \"" + name
                                            + "\", so this allows nothing")
                            .suggest(name, needs()));
                }
            }
        }
    }

    private void condition(@Nullable YamlScalar scalar, List<Diagnostic> found) {
        if (scalar != null && !scalar.text().contains(Template.OPEN)) {
            reads(scalar, true, found);
        }
    }

    private void reads(YamlScalar scalar, boolean condition, List<Diagnostic> found) {
        try {
            List<Expression> all =
                    condition ? List.of(Expression.condition(scalar.text())) : Expression.all(scalar.text());
            for (Expression expression : all) {
                expression.reads().forEach(read -> read(scalar, read, found));
            }
        } catch (Malformed e) {
            // The forge refuses it; what it would read does not matter.
            return;
        }
    }

    private void read(YamlScalar scalar, Expression.Read read, List<Diagnostic> found) {
        Expression.Property property = read.property();
        if (property == null || read.computed()) {
            return;
        }
        String name = property.name();
        String problem =
                switch (read.context().toLowerCase(Locale.ROOT)) {
                    case "matrix" -> matrix(name);
                    case "needs" ->
                        has(needs(), name) ? "" : "\"" + job.job().id() + "\" does not need a job \"" + name + "\"";
                    case "steps" -> steps(name, read.path());
                    default -> "";
                };
        if (!problem.isEmpty()) {
            String word = read.context() + "." + name;
            Place place = Places.word(scalar, word);
            found.add(Diagnostic.of(RuleId.UNSET_REFERENCE, place, problem + ", so this is always empty"));
        }
    }

    private List<String> needs() {
        return job.job().settings().list("needs").stream().map(YamlScalar::text).toList();
    }

    private static boolean has(Iterable<String> names, String name) {
        for (String each : names) {
            if (each.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private String matrix(String name) {
        Set<String> keys = new LinkedHashSet<>();
        for (Map<String, Content> row : job.rows().rows()) {
            keys.addAll(row.keySet());
        }
        return job.rows().unknown() != null || has(keys, name) ? "" : "no row of the matrix has a key \"" + name + "\"";
    }

    private String steps(String id, List<Expression.Property> path) {
        for (Step step : job.job().steps()) {
            if (step.settings().text("id").equalsIgnoreCase(id)) {
                boolean output = path.size() > 2 && path.get(1).name().equals("outputs");
                return output && setsNoOutput(step) ? "the step \"" + id + "\" sets no output" : "";
            }
        }
        return "no step has the id \"" + id + "\"";
    }

    /** Whether a step is a script that can be seen to write no output: it starts no program of the repository. */
    private static boolean setsNoOutput(Step step) {
        String run = step.settings().text("run");
        return step.uses() == null
                && !run.isEmpty()
                && !run.contains("OUTPUT")
                && !run.contains("set-output")
                && !run.contains("/")
                && !run.contains(Template.OPEN)
                && !run.contains("python ")
                && !run.contains("nox");
    }

    private void versions(List<Diagnostic> found) {
        List<YamlScalar> scalars = new ArrayList<>(
                Scalars.below(job.job().settings().in("strategy").get("matrix")));
        job.job()
                .steps()
                .forEach(step -> scalars.addAll(step.settings().in("with").list("python-version")));
        for (YamlScalar scalar : scalars) {
            String text = scalar.text();
            if (scalar.plain()
                    && scalar.type() == ScalarType.FLOAT
                    && text.endsWith("0")
                    && text.startsWith("3.")
                    && text.length() == 4) {
                found.add(Diagnostic.of(
                                RuleId.VERSION_NOT_QUOTED,
                                scalar.place(),
                                "YAML reads " + text + " as the number " + text.substring(0, 3))
                        .help("write \"" + text + "\""));
            }
        }
    }
}
