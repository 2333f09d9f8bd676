package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.IncludedItem;
import dev.genci.manifest.Located;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.function.Consumer;

/** Each item of {@code include} brings something: to rows that it matches, or as a row that is whole. Part of {@link UselessKey}. */
final class WrongItems {
    private WrongItems() {}

    static void check(Work work, Consumer<Diagnostic> report) {
        for (IncludedItem item : work.items()) {
            for (Located<String> key : item.unknown()) {
                report.accept(
                        Diagnostic.of(RuleId.USELESS_KEY, key.place(), unknown(work, key.value()))
                                .help(
                                        "an item of \"include\" has values on the axes of the session, and of its keys python, os, runs-on,"
                                                + " posargs, env, timeout-minutes, allow-failure, container, services, title and comment"));
            }
            List<String> lacking = item.lacking();
            if (!lacking.isEmpty()) {
                report.accept(Diagnostic.of(
                                RuleId.USELESS_KEY,
                                item.place(),
                                "no row of \"" + work.name() + "\" has these values, and a row of its own would lack "
                                        + String.join(", ", lacking))
                        .help("write a value that rows have, or a value for each axis"));
            } else if (item.written()) {
                report.accept(Diagnostic.of(
                                RuleId.USELESS_KEY,
                                item.place(),
                                "a row of its own needs the parameters as nox prints them")
                        .help("add them to the list in \"parametrize\", and \"exclude\" what is no row"));
            }
            if (item.useless()) {
                report.accept(Diagnostic.of(
                        RuleId.USELESS_KEY,
                        item.place(),
                        "the item brings nothing: \"" + work.name() + "\" has these rows anyway"));
            }
        }
    }

    /** What the entry says for rows that are not there: each row has it from an item. */
    static void checkReplaced(Work work, Consumer<Diagnostic> report) {
        for (Located<String> key : work.replaced()) {
            report.accept(Diagnostic.of(
                            RuleId.USELESS_KEY,
                            key.place(),
                            "\"" + key.value() + "\" has no effect: every row of \"" + work.name()
                                    + "\" gets its own from an item of \"include\"")
                    .help("remove it"));
        }
    }

    private static String unknown(Work work, String key) {
        return SessionKey.of(key) == null
                ? "\"" + work.name() + "\" has no axis \"" + key + "\""
                : "an item of \"include\" cannot bring \"" + key + "\" to \"" + work.name() + "\"";
    }
}
