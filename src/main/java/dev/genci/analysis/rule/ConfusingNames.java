package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.PythonBy;
import dev.genci.manifest.Work;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code nox -s} selects one session. It compares names as Python reads them, so {@code u-3.1} also selects {@code u-3.10};
 * and {@code u} selects all versions of u that the noxfile lists.
 */
final class ConfusingNames implements Rule {
    @Override
    public RuleId id() {
        return RuleId.CONFUSING_NAMES;
    }

    private record User(NoxCall call, String entry, String selector) {}

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Map<String, User> users = new HashMap<>();
        analysis.work().forEach(work -> {
            for (NoxCall call : work.call().sessions()) {
                check(work, call, analysis.invocations(work, call), users, report);
            }
        });
        Map<String, Set<String>> listed = listed(analysis);
        analysis.running()
                .forEach(work -> work.call().sessions().forEach(call -> checkBare(work, call, listed, report)));
    }

    private void check(
            Work work, NoxCall call, List<Invocation> all, Map<String, User> users, Consumer<Diagnostic> report) {
        for (Invocation invocation : all) {
            User user = new User(call, work.name(), invocation.selector());
            User first = users.putIfAbsent(inNoxfile(work, asPython(user.selector())), user);
            if (first != null && !first.selector().equals(user.selector())) {
                report.accept(confused(user, first));
                break;
            }
        }
    }

    /** A name, told from the same name in another noxfile. */
    private static String inNoxfile(Work work, String name) {
        return work.job().location().noxfileInWorkspace() + "\n" + name;
    }

    /** The versions that the noxfile lists for a session: those that an entry of the manifest selects by name. */
    private static Map<String, Set<String>> listed(Analysis analysis) {
        Map<String, Set<String>> listed = new HashMap<>();
        analysis.work().forEach(work -> {
            for (NoxCall call : work.call().sessions()) {
                if (call.pythonBy() == PythonBy.NAME) {
                    Set<String> versions = listed.computeIfAbsent(
                            inNoxfile(work, call.session().value()), name -> new LinkedHashSet<>());
                    work.axes().pythons().forEach(python -> versions.add(python.value()));
                }
            }
        });
        return listed;
    }

    /** A call by the bare name, on the job's interpreter, is not the only one that it selects. */
    private void checkBare(Work work, NoxCall call, Map<String, Set<String>> listed, Consumer<Diagnostic> report) {
        if (call.pythonBy() == PythonBy.JOB && !Invocation.forcesPython(work, PythonBy.JOB)) {
            Set<String> versions =
                    listed.getOrDefault(inNoxfile(work, call.session().value()), Set.of());
            if (!versions.isEmpty()
                    && (work.axes().pythonFile() != null
                            || !work.axes().pythons().stream()
                                    .allMatch(python -> versions.equals(Set.of(python.value()))))) {
                report.accept(several(call.session(), versions));
            }
        }
    }

    private Diagnostic several(Located<String> selector, Set<String> versions) {
        String names = versions.stream()
                .limit(2)
                .map(version -> "\"" + selector.value() + "-" + version + "\"")
                .collect(Collectors.joining(" and "));
        String more = versions.size() > 2
                ? " and " + (versions.size() - 2) + " more"
                : versions.size() == 1 ? ", which needs another interpreter than the job's" : "";
        return Diagnostic.of(
                        id(), selector.place(), "the name \"" + selector.value() + "\" makes nox run " + names + more)
                .help("name one version: set python, and python-by: name");
    }

    private Diagnostic confused(User user, User first) {
        Diagnostic error = Diagnostic.of(
                id(),
                user.call().session().place(),
                "nox cannot tell \"" + user.selector() + "\" from \"" + first.selector() + "\"");
        return first.entry().equals(user.entry())
                ? error
                : error.related(first.call().session().place(), "the other session, \"" + first.selector() + "\"")
                        .help("rename one of them in the noxfile");
    }

    /** The name without zeros at the end of a decimal fraction; inside quotes all characters count. */
    static String asPython(String selector) {
        StringBuilder out = new StringBuilder();
        char quote = 0;
        boolean fraction = false;
        for (int i = 0; i < selector.length(); i++) {
            char c = selector.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (fraction && !digit) {
                dropZeros(out);
                fraction = false;
            }
            if (c == '\'' || c == '"') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            } else if (c == '.' && quote == 0 && i > 0 && Character.isDigit(selector.charAt(i - 1))) {
                fraction = true;
            }
            out.append(c);
        }
        if (fraction) {
            dropZeros(out);
        }
        return out.toString();
    }

    private static void dropZeros(StringBuilder out) {
        while (out.charAt(out.length() - 1) == '0') {
            out.setLength(out.length() - 1);
        }
    }
}
