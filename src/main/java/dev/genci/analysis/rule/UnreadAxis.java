package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.ExpressionPlace;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Axes;
import dev.genci.manifest.Located;
import dev.genci.manifest.RowValues;
import dev.genci.manifest.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rows that differ in an axis of the manifest's own differ in more than their names: a text reads it, or an item brings something. */
final class UnreadAxis implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNREAD_AXIS;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        // An axis of the defaults is read if one session reads it.
        Map<Located<String>, Boolean> unread = new LinkedHashMap<>();
        analysis.sessions().forEach(work -> {
            for (Axes.Own axis : work.source().incomplete()
                    ? List.<Axes.Own>of()
                    : work.axes().own()) {
                boolean read = isRead(axis.name().value(), work) || isMatched(axis, work);
                unread.merge(axis.name(), !read, Boolean::logicalAnd);
            }
        });
        unread.forEach((axis, never) -> {
            if (never) {
                report.accept(Diagnostic.of(
                                id(),
                                axis.place(),
                                "no text reads \"row." + axis.value()
                                        + "\", so its rows differ in nothing but their names")
                        .help("read it, such as in env: {" + variable(axis.value()) + ": \"${{ row." + axis.value()
                                + " }}\"}; for a parameter of nox write parametrize"));
            }
        });
    }

    private static boolean isRead(String axis, Work work) {
        Pattern read = reading(axis);
        Pattern name = reading(RowValues.NAME);
        return work.source().expressionTexts().stream()
                .filter(text -> text.place() != ExpressionPlace.JOB_NAME)
                .map(text -> text.text().value())
                .anyMatch(
                        text -> read.matcher(text).find() || name.matcher(text).find());
    }

    /** A field of the row, also in a text that another rule refuses. */
    private static Pattern reading(String field) {
        String word = Pattern.quote(field);
        return Pattern.compile(
                "\\brow\\s*(?:\\.\\s*" + word + "(?![\\w-])|\\[\\s*'" + word + "'\\s*])", Pattern.CASE_INSENSITIVE);
    }

    /** Whether an item of {@code include} says something about some of its values. */
    private static boolean isMatched(Axes.Own axis, Work work) {
        return work.parts().stream()
                .map(part -> part.axes().part())
                .anyMatch(part -> part != null
                        && part.items().stream()
                                .flatMap(item -> item.values().stream())
                                .anyMatch(value ->
                                        value.axis().value().equals(axis.name().value())));
    }

    private static String variable(String axis) {
        return axis.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
