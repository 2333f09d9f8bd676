package dev.genci.expression;

import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import dev.genci.expression.Expression.Property;
import dev.genci.expression.Expression.Read;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks properties that the manifest defines: a forge silently evaluates an unknown one to an empty string. */
final class Properties {
    private Properties() {}

    /** Reports the property of a context that has none of this name. */
    static void check(Read read, Scope scope, Consumer<Problem> report) {
        String context = ExpressionChecker.lower(read.context());
        Property property = read.property();
        if (context.equals("inputs") && scope.inputs().isEmpty()) {
            report.accept(new Problem(
                    RuleId.UNKNOWN_CONTEXT,
                    "\"inputs\" is always empty: no event of \"on\" has inputs",
                    read.start(),
                    read.context().length(),
                    "define them: on: {workflow_dispatch: {inputs: {NAME: {type: string}}}}, or in workflow_call"));
        } else if (context.equals("needs") && read.computed()) {
            report.accept(new Problem(
                    RuleId.UNKNOWN_PROPERTY,
                    "\"needs\" cannot be read by a name that is computed",
                    read.start(),
                    read.context().length(),
                    "write the name of one of the \"jobs\" that it needs: needs.NAME"));
        } else if (property != null) {
            switch (context) {
                case "inputs" -> check(property, scope.inputs(), "no event of \"on\" has the input", null, report);
                case "needs" -> needs(read, property, scope, report);
                case "jobs" -> jobs(read, property, scope, report);
                case "steps" -> check(property, scope.steps(), "no earlier step has the id", null, report);
                default -> {}
            }
        }
        if (context.equals(RowReferences.CONTEXT)) {
            row(read, scope, report);
        }
    }

    /** Jobs are gen-ci's: a session may share one, or have several, and is not known by its name there. */
    private static Problem need(Property property) {
        return new Problem(
                RuleId.UNKNOWN_PROPERTY,
                "\"needs." + property.name() + "\" cannot be read: gen-ci decides which job a session is in",
                property.start(),
                property.name().length(),
                "leave it out: a session starts when all that it needs has succeeded; \"artifacts\" hand files over");
    }

    /** A workflow that is called puts out what its jobs did; a session has no outputs. */
    private static void jobs(Read read, Property name, Scope scope, Consumer<Problem> report) {
        EndedJob job = scope.jobs().get(name.name());
        if (job == null) {
            check(name, scope.jobs().keySet(), "no job of \"jobs\" is called", "a session has no outputs", report);
        } else {
            outputs(read, name, job, report);
        }
    }

    private static void outputs(Read read, Property name, EndedJob job, Consumer<Problem> report) {
        boolean asked = read.path().size() > 2 && read.path().get(1).name().equalsIgnoreCase("outputs");
        if (asked && job.outputs() != null) {
            check(read.path().get(2), job.outputs(), "the job \"" + name.name() + "\" has no output", null, report);
        }
    }

    /** What somebody has to wait for can be read, if it is a job of which the manifest itself says what it leaves. */
    private static void needs(Read read, Property name, Scope scope, Consumer<Problem> report) {
        EndedJob job = scope.jobs().get(name.name());
        if (job == null) {
            report.accept(need(name));
        } else if (!job.needed()) {
            report.accept(new Problem(
                    RuleId.UNKNOWN_PROPERTY,
                    "this " + (scope.inJob() ? "job" : "session") + " does not need \"" + name.name() + "\"",
                    name.start(),
                    name.name().length(),
                    "add it to \"needs\""));
        } else {
            outputs(read, name, job, report);
        }
    }

    /** A row is read by its fields, each of which every row has. */
    private static void row(Read read, Scope scope, Consumer<Problem> report) {
        Map<String, Set<String>> rows = scope.rows();
        if (rows == null) {
            report.accept(new Problem(
                    RuleId.UNKNOWN_CONTEXT,
                    scope.inJob()
                            ? "\"row\" is not available in a job that you write yourself"
                            : "\"row\" is not available here: a meta-session has no rows",
                    read.start(),
                    read.context().length(),
                    scope.inJob() ? "read its own matrix" : null));
            return;
        }
        Property property = read.property();
        if (property == null || read.deeper()) {
            report.accept(new Problem(
                    RuleId.UNKNOWN_PROPERTY,
                    property == null
                            ? "\"row\" is not a value: read one of its fields"
                            : "\"row." + property.name() + "\" is a text, so it has no properties",
                    read.start(),
                    read.context().length(),
                    "for example: row.name"));
            return;
        }
        for (Map.Entry<String, Set<String>> row : rows.entrySet()) {
            if (row.getValue().stream().noneMatch(property.name()::equalsIgnoreCase)) {
                String lack = "the row \"" + row.getKey() + "\" has no";
                check(property, row.getValue(), lack, null, report);
                return;
            }
        }
    }

    private static void check(
            Property property,
            @Nullable Set<String> there,
            String lack,
            @Nullable String help,
            Consumer<Problem> report) {
        if (there == null || there.stream().anyMatch(property.name()::equalsIgnoreCase)) {
            return;
        }
        Collection<String> sorted = new TreeSet<>(there);
        String near = Suggestion.didYouMean(property.name(), sorted);
        String known = sorted.isEmpty() ? help : "available there: " + String.join(", ", sorted);
        report.accept(new Problem(
                        RuleId.UNKNOWN_PROPERTY,
                        lack + " \"" + property.name() + "\"",
                        property.start(),
                        property.name().length(),
                        near == null ? help == null ? known : help : near)
                .suggest(property.name(), sorted));
    }
}
