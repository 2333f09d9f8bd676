package dev.genci.expression;

import dev.genci.data.ExpressionPlace;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import dev.genci.expression.Availability.Function;
import dev.genci.expression.Expression.Call;
import dev.genci.expression.Expression.Literal;
import dev.genci.expression.Expression.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Names of contexts and functions, against the tables of forges.
 *
 * @param tables one for each forge, at least one
 */
record Names(List<Availability> tables) {
    private static final List<String> LITERALS = List.of("true", "false", "null", "NaN", "Infinity");

    /** Whether reading a context was a mistake that has been reported. */
    boolean read(Read read, ExpressionPlace place, Scope scope, Consumer<Problem> report) {
        String context = ExpressionChecker.lower(read.context());
        List<String> lacking = new ArrayList<>();
        for (Availability table : tables) {
            if (!table.known(place).contexts().contains(Guidance.onForge(context))) {
                lacking.add(table.forge());
            }
        }
        boolean withheld = !scope.inJob() && Guidance.isWithheld(context);
        if (withheld) {
            report.accept(problem(
                    RuleId.UNKNOWN_CONTEXT,
                    "\"" + read.context() + "\" is not available in manifests: gen-ci decides what a matrix contains",
                    read,
                    Guidance.insteadOfMatrix(read, scope)));
        } else if (!lacking.isEmpty()) {
            Problem problem = problem(
                    RuleId.UNKNOWN_CONTEXT,
                    notKnown("\"" + read.context() + "\"", place, scope, lacking),
                    read,
                    help(read.context(), context, place, scope));
            report.accept(
                    instead(context, place, scope) == null
                            ? problem.suggest(read.context(), candidates(place, scope))
                            : problem);
        }
        return !lacking.isEmpty() || withheld;
    }

    /** Reports a property that a forge defines otherwise. */
    void properties(Read read, Consumer<Problem> report) {
        new FixedProperties(tables).check(read, report);
    }

    private String help(String written, String context, ExpressionPlace place, Scope scope) {
        String instead = instead(context, place, scope);
        if (instead == null) {
            String near = Suggestion.didYouMean(written, candidates(place, scope));
            if (near != null) {
                return near;
            }
        }
        return "available there: " + String.join(", ", contexts(place, scope))
                + (instead == null ? "" : "; " + instead);
    }

    private static @Nullable String instead(String context, ExpressionPlace place, Scope scope) {
        return scope.inJob() ? null : Guidance.insteadOf(context, place);
    }

    private List<String> candidates(ExpressionPlace place, Scope scope) {
        List<String> candidates = new ArrayList<>(contexts(place, scope));
        candidates.addAll(LITERALS);
        return candidates;
    }

    /** What every forge knows at a place, and gen-ci does not keep for itself. */
    private Set<String> contexts(ExpressionPlace place, Scope scope) {
        Set<String> known = new TreeSet<>(tables.get(0).known(place).contexts());
        tables.forEach(table -> known.retainAll(table.known(place).contexts()));
        known.removeIf(context -> !scope.inJob() && Guidance.isWithheld(context));
        return known;
    }

    /** Reports a call of what is not known at a place, or with another number of arguments. */
    void call(Call call, ExpressionPlace place, Scope scope, Consumer<Problem> report) {
        String name = ExpressionChecker.lower(call.function());
        String shown = "\"" + call.function() + "()\"";
        if (!scope.inJob() && Guidance.isWithheld(name, place)) {
            report.accept(problem(
                    RuleId.BAD_CONDITION,
                    shown + " is not allowed in a session's \"if\"",
                    call,
                    "leave it out: gen-ci makes the session wait for the success of what it needs"));
            return;
        }
        List<String> lacking = new ArrayList<>();
        Function wrong = null;
        for (Availability table : tables) {
            Function function = table.known(place).functions().get(name);
            if (function == null) {
                lacking.add(table.forge());
            } else if (!function.takes(call.arguments())) {
                wrong = function;
            }
        }
        if (!lacking.isEmpty()) {
            Problem problem = problem(
                    RuleId.UNKNOWN_FUNCTION, notKnown(shown, place, scope, lacking), call, help(name, place, scope));
            report.accept(
                    Guidance.insteadOf(name) == null
                            ? problem.suggest(call.function(), functions(place, scope))
                            : problem);
        } else if (wrong != null) {
            report.accept(problem(
                    RuleId.WRONG_ARGUMENTS,
                    shown + " takes " + counts(wrong) + ", not " + call.arguments(),
                    call,
                    null));
        }
    }

    /** Reports a literal that a forge with a narrower grammar cannot read. */
    void literal(Literal literal, Consumer<Problem> report) {
        for (Availability table : tables) {
            if (table.narrow() && !Numbers.isPlainNumber(literal.text())) {
                boolean star = literal.text().equals("*");
                report.accept(new Problem(
                        RuleId.BAD_EXPRESSION,
                        "the target \"" + table.forge() + "\" does not support \"" + (star ? "[*]" : literal.text())
                                + "\" in an expression",
                        literal.start(),
                        literal.text().length(),
                        star ? "write .* instead" : "write a number as JSON has it: -1, 0.5, 1e3"));
            }
        }
    }

    private String help(String name, ExpressionPlace place, Scope scope) {
        String instead = Guidance.insteadOf(name);
        List<String> names = functions(place, scope);
        String near = instead == null ? Suggestion.didYouMean(name, names) : instead;
        return near == null ? "available there: " + String.join(", ", names) : near;
    }

    private List<String> functions(ExpressionPlace place, Scope scope) {
        Map<String, Function> known =
                new LinkedHashMap<>(tables.get(0).known(place).functions());
        tables.forEach(
                table -> known.keySet().retainAll(table.known(place).functions().keySet()));
        known.keySet().removeIf(each -> !scope.inJob() && Guidance.isWithheld(each, place));
        return known.values().stream().map(Function::name).toList();
    }

    private static String counts(Function function) {
        String most = function.most() == Integer.MAX_VALUE ? "or more" : "to " + function.most();
        String range = function.fewest() == function.most() ? "" : " " + most;
        String odd = function.odd() ? ", an odd number" : "";
        return (function.most() == 0 ? "no" : function.fewest() + range)
                + (function.most() == 1 ? " argument" : " arguments")
                + odd;
    }

    private String notKnown(String what, ExpressionPlace place, Scope scope, List<String> lacking) {
        return lacking.size() == tables.size()
                ? what + " is not available in " + Guidance.words(place, scope)
                : "the target \"" + lacking.get(0) + "\" does not support " + what + " in "
                        + Guidance.words(place, scope);
    }

    private static Problem problem(RuleId rule, String message, Read read, @Nullable String help) {
        return new Problem(rule, message, read.start(), read.context().length(), help);
    }

    private static Problem problem(RuleId rule, String message, Call call, @Nullable String help) {
        return new Problem(rule, message, call.start(), call.function().length(), help);
    }
}
