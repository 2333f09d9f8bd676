package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a variable holds no other variable of a shell: no shell reads it. Only names in capitals count, as the
 * variables of systems and forges have them; {@code $1} or a lower-case name may be a pattern.
 */
final class UnexpandedVariable implements Rule {
    private static final Pattern VARIABLE =
            Pattern.compile("(?<![$\\\\])(?:\\$[A-Z_][A-Z0-9_]+|\\$\\{[A-Z_][A-Z0-9_]*}|%[A-Z_][A-Z0-9_]+%)|^~(?=/)");

    @Override
    public RuleId id() {
        return RuleId.UNEXPANDED_VARIABLE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        check(analysis.manifest().workflow().values(), report);
        analysis.running().forEach(work -> {
            check(work.job().values(), report);
            work.variablesOfNox().forEach(each -> check(each, report));
            work.steps().forEach(step -> check(step.values(), report));
        });
    }

    private void check(Map<Located<String>, Located<String>> variables, Consumer<Diagnostic> report) {
        variables.forEach((name, value) -> {
            // Most values have none of these: the pattern is not even loaded.
            boolean may = value.value().indexOf('$') >= 0
                    || value.value().indexOf('%') >= 0
                    || value.value().startsWith("~/");
            Matcher found = may ? VARIABLE.matcher(value.value()) : null;
            if (found != null && found.find()) {
                boolean path = name.value().toUpperCase(Locale.ROOT).equals("PATH");
                String consequence = path ? ", and no command is found any more" : "";
                report.accept(Diagnostic.of(
                                id(),
                                Inside.of(value, found.start(), found.group().length()),
                                "\"" + found.group() + "\" stays as it is: no shell reads the value of \""
                                        + name.value() + "\"" + consequence)
                        .help(
                                path
                                        ? "add the folder in a step of before: run: echo \"$HOME/bin\" >> \"$GITHUB_PATH\""
                                        : "set it in a step of before: run: echo \"" + name.value()
                                                + "=…\" >> \"$GITHUB_ENV\""));
            }
        });
    }
}
