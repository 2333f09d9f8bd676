package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.Located;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The cached folder is the one in which nox keeps its environments: beside the noxfile, or that of {@code --envdir}. With
 * {@code -f}, the cached folder would not be the one that nox uses.
 */
final class NoxfileElsewhere implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NOXFILE_ELSEWHERE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        List<Located<String>> args = analysis.manifest().nox().args();
        for (int i = 0; i < args.size(); i++) {
            Located<String> arg = args.get(i);
            String option = arg.value().split("=", 2)[0];
            if (option.equals("--noxfile") || option.startsWith("-f")) {
                report.accept(Diagnostic.of(
                        id(),
                        arg.place(),
                        "\"" + arg.value() + "\" moves nox's environments out of the cached folder"));
            } else if (option.equals("--envdir")
                    && option.length() < arg.value().length()) {
                envdir(analysis, new Located<>(arg.value().substring(option.length() + 1), arg.place()), report);
            } else if (option.equals("--envdir") && i + 1 < args.size()) {
                envdir(analysis, args.get(i + 1), report);
            }
        }
    }

    private void envdir(Analysis analysis, Located<String> envdir, Consumer<Diagnostic> report) {
        analysis.running()
                .map(work -> work.job().cache())
                .filter(Objects::nonNull)
                .map(CacheSettings::path)
                .filter(path -> !plain(path.value()).equals(plain(envdir.value())))
                .findFirst()
                .ifPresent(path -> report.accept(Diagnostic.of(
                                id(),
                                envdir.place(),
                                "nox keeps its environments in " + envdir.value() + ", and " + path.value()
                                        + " is cached")
                        .help("write cache: {path: \"" + envdir.value() + "\"}")));
    }

    /** A folder in one form: {@code ./a/} is {@code a}. */
    private static String plain(String path) {
        String start = path.startsWith("./") ? path.substring(2) : path;
        return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
    }
}
