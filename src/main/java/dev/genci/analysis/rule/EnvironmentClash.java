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

    /** @param noxfile of the session, relative to the workspace */
    private record User(NoxCall call, String noxfile, String venv) {
        boolean isSame(User other) {
            return noxfile.equals(other.noxfile()) && venv.equals(other.venv());
        }
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Map<String, User> users = new HashMap<>();
        Set<String> reported = new HashSet<>();
        analysis.work().forEach(work -> {
            for (NoxCall call : work.call().sessions()) {
                if (call.hasVenv()) {
                    check(work, analysis.invocations(work, call), call, users, reported, report);
                }
            }
        });
    }

    private void check(
            Work work,
            List<Invocation> all,
            NoxCall call,
            Map<String, User> users,
            Set<String> reported,
            Consumer<Diagnostic> report) {
        for (Invocation invocation : all) {
            String folder = folder(work, invocation);
            User user = new User(call, work.job().location().noxfileInWorkspace(), invocation.venv());
            User first = users.putIfAbsent(folder, user);
            if (first != null && !first.isSame(user) && reported.add(first.venv() + "\n" + user.venv())) {
                report.accept(Diagnostic.of(
                                id(),
                                call.session().place(),
                                "nox keeps the environments of \"" + user.venv() + "\" and \"" + first.venv()
                                        + "\" in one folder, " + folder)
                        .related(first.call().session().place(), "the other session, \"" + first.venv() + "\"")
                        .help(
                                first.noxfile().equals(user.noxfile())
                                        ? null
                                        : "they are in two noxfiles: give one of them another cache.path"));
                break;
            }
        }
    }

    /** The folder of an environment, relative to the workspace. */
    private static String folder(Work work, Invocation invocation) {
        return work.job().location().cached(work.job().cache()) + "/" + VenvFolder.of(invocation.venv());
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
                    .forEach(invocation -> folders.add(folder((Work) entry, invocation)));
        }
        return folders;
    }
}
