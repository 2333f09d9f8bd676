package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.RowValues;
import dev.genci.manifest.Runner;
import dev.genci.manifest.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every row and every job has a name of its own: branch protection and people know them by nothing else. */
final class NameClash implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NAME_CLASH;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Map<String, Located<String>> owners = new HashMap<>();
        Located<String> finalJob = analysis.manifest().workflow().finalJob();
        owners.put(finalJob.value(), new Located<>("the final job", finalJob.place()));
        for (Entry entry : analysis.entries()) {
            if (entry instanceof Meta && entry.inCi()) {
                owners.putIfAbsent(entry.name(), owner(entry));
            }
        }
        analysis.running().forEach(session -> names(session, analysis.invocations(session))
                .forEach(name -> {
                    Located<String> first = owners.putIfAbsent(name, owner(session));
                    // A session that is called like the final job or a meta-session is a clash of ids, and told as one.
                    if (first != null && (!name.equals(session.name()) || isSession(analysis, first))) {
                        report.accept(clash(session, name, first));
                    }
                }));
    }

    private static boolean isSession(Analysis analysis, Located<String> owner) {
        return analysis.running().anyMatch(session -> session.place().equals(owner.place()));
    }

    private Diagnostic clash(Work session, String name, Located<String> first) {
        boolean own = first.place().equals(session.place());
        Diagnostic error = Diagnostic.of(
                id(),
                session.place(),
                own
                        ? "two rows of \"" + session.name() + "\" would be called \"" + name + "\""
                        : "\"" + session.name() + "\" and " + first.value() + " would both be called \"" + name + "\"");
        return own ? error : error.related(first.place(), "the other one");
    }

    private static Located<String> owner(Entry session) {
        return new Located<>("\"" + session.name() + "\"", session.place());
    }

    /** The names of a session's rows. */
    private static Stream<String> names(Work session, List<Invocation> invocations) {
        List<Runner> runners = session.axes().runners();
        return invocations.stream()
                .flatMap(invocation -> runners.size() < 2
                        ? Stream.of(invocation.name())
                        : runners.stream()
                                .map(runner -> RowValues.name(
                                        invocation, KnownRows.filled(session, invocation, runner), true)));
    }
}
