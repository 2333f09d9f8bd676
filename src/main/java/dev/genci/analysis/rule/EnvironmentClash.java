package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Work;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Two different nox sessions do not share a folder under {@code .nox}: each would destroy or, worse, use the other's
 * environment. The folder's name follows {@code _normalize_path} in nox's sessions.py.
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
            if (work.call() instanceof NoxCall call && call.hasVenv()) {
                check(analysis.invocations(work), call, users, reported, report);
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
            String folder = folder(invocation.venv());
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
        return !folders.isEmpty() && !noxName(a).equals(noxName(b));
    }

    private static String noxName(Entry entry) {
        return entry instanceof Work work && work.call() instanceof NoxCall call
                ? call.session().value()
                : entry.name();
    }

    private static Set<String> folders(Entry entry, Analysis analysis) {
        Set<String> folders = new HashSet<>();
        if (entry instanceof Work work && work.hasVenv()) {
            analysis.invocations(work).forEach(invocation -> folders.add(folder(invocation.venv())));
        }
        return folders;
    }

    /** Without nox's last step, which only shortens long names by a hash. */
    static String folder(String name) {
        StringBuilder out = new StringBuilder();
        // Only other characters need Java's tables, which are slow to load.
        boolean ascii = name.chars().allMatch(c -> c < 128);
        String normal = ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            boolean kept = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (kept) {
                out.append(c);
            } else if (c < 128 && !out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        int end = out.length() > 0 && out.charAt(out.length() - 1) == '-' ? out.length() - 1 : out.length();
        String folder = out.substring(0, end).toLowerCase(Locale.ROOT);
        return folder.isEmpty() ? name : folder;
    }
}
