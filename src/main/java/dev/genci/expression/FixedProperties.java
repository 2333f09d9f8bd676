package dev.genci.expression;

import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import dev.genci.expression.Expression.Property;
import dev.genci.expression.Expression.Read;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks properties that forges define, such as {@code github.ref}, against their tables: a forge silently evaluates an
 * unknown one to an empty string.
 *
 * @param tables one for each forge, at least one
 */
record FixedProperties(List<Availability> tables) {
    /** Reports the first property on a path that some forge does not have. */
    void check(Read read, Consumer<Problem> report) {
        String path = ExpressionChecker.lower(read.context());
        String written = read.context();
        for (Property property : read.path()) {
            String at = path;
            List<Availability> lacking =
                    tables.stream().filter(table -> lacks(table, at, property)).toList();
            if (!lacking.isEmpty()) {
                report.accept(problem(path, written, property, lacking));
                return;
            }
            // Forges differ in names, never in where any name is one.
            path = tables.get(0).below(path, property.name());
            if (path == null) {
                return;
            }
            written += "." + property.name();
        }
    }

    private static boolean lacks(Availability table, String path, Property property) {
        Set<String> known = table.at(path);
        return known != null && !known.contains(property.name());
    }

    private Problem problem(String path, String written, Property property, List<Availability> lacking) {
        Set<String> known = known(path);
        String message = known.isEmpty()
                ? "\"" + written + "\" is a single value, so it has no properties"
                : lacking.size() == tables.size()
                        ? "\"" + written + "\" has no property \"" + property.name() + "\""
                        : "the target \"" + lacking.get(0).forge() + "\" does not support \"" + written + "."
                                + property.name() + "\"";
        return new Problem(
                        RuleId.UNKNOWN_PROPERTY,
                        message,
                        property.start(),
                        property.name().length(),
                        help(property.name(), known))
                .suggest(property.name(), known);
    }

    private static @Nullable String help(String name, Set<String> known) {
        String near = Suggestion.didYouMean(name, known);
        return near != null ? near : known.isEmpty() ? null : "available there: " + String.join(", ", known);
    }

    /** What every forge has at a path. */
    private Set<String> known(String path) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(Objects.requireNonNull(tables.get(0).at(path)));
        tables.forEach(table -> known.retainAll(Objects.requireNonNull(table.at(path))));
        return known;
    }
}
