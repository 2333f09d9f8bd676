package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.VenvFolder;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Work;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Two different nox sessions do not share a folder under {@code .nox}: each would destroy or, worse, use the other's
 * environment.
 */
final class EnvironmentClash implements Rule {
    @Override
    public RuleId id() {
        return RuleId.ENVIRONMENT_CLASH;
    }

    private record User(NoxCall call, String venv) {}

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Map<String, User> users = new HashMap<>();
        Set<Set<String>> reported = new HashSet<>();
        analysis.work().forEach(work -> {
            for (NoxCall call : work.call().sessions()) {
                if (call.hasVenv()) {
                    check(analysis.invocations(work, call), call, users, reported, report);
                }
            }
        });
    }

    private void check(
            List<Invocation> all,
            NoxCall call,
            Map<String, User> users,
            Set<Set<String>> reported,
            Consumer<Diagnostic> report) {
        for (Invocation invocation : all) {
            String folder = VenvFolder.of(invocation.venv());
            User user = new User(call, invocation.venv());
            User first = users.putIfAbsent(folder, user);
            if (first != null && !first.venv().equals(user.venv()) && reported.add(Set.of(first.venv(), user.venv()))) {
                report.accept(Diagnostic.of(
                                id(),
                                call.session().place(),
                                "nox keeps the environments of \"" + user.venv() + "\" and \"" + first.venv()
                                        + "\" in one folder, .nox/" + folder)
                        .related(first.call().session().place(), "the other session, \"" + first.venv() + "\""));
                break;
            }
        }
    }

    /** Whether this rule distinguishes two sessions, so that no other rule has to. */
    static boolean between(Entry a, Entry b, Analysis analysis) {
        Set<String> folders = folders(a, analysis);
        folders.retainAll(folders(b, analysis));
        return !folders.isEmpty() && !names(a).equals(names(b));
    }

    private static Set<String> names(Entry entry) {
        return calls(entry).stream().map(call -> call.session().value()).collect(Collectors.toSet());
    }

    private static List<NoxCall> calls(Entry entry) {
        return entry instanceof Work work
                ? work.call().sessions().stream().filter(NoxCall::hasVenv).toList()
                : List.of();
    }

    private static Set<String> folders(Entry entry, Analysis analysis) {
        Set<String> folders = new HashSet<>();
        for (NoxCall call : calls(entry)) {
            analysis.invocations((Work) entry, call)
                    .forEach(invocation -> folders.add(VenvFolder.of(invocation.venv())));
        }
        return folders;
    }
}
