package dev.genci.compiler;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.PathFilter;
import dev.genci.manifest.Work;
import dev.genci.workspace.PathPatterns;
import dev.genci.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Warns of patterns of {@code paths} and {@code paths-ignore} that match no file: no change will ever be one of such files. */
final class UnmatchedPaths {
    private UnmatchedPaths() {}

    static List<Diagnostic> in(Manifest manifest, Repository repository) throws IOException {
        // A pattern of defaults is that of many sessions.
        Map<String, Located<String>> patterns = new LinkedHashMap<>();
        for (Entry entry : manifest.entries().values()) {
            PathFilter filter =
                    entry instanceof Work work && work.inCi() ? work.job().paths() : null;
            if (filter != null) {
                filter.patterns().stream()
                        .filter(pattern -> !pattern.value().startsWith("!"))
                        .forEach(pattern -> patterns.putIfAbsent(
                                pattern.place().line() + ":" + pattern.place().column(), pattern));
            }
        }
        if (patterns.isEmpty()) {
            return List.of();
        }
        Set<String> unmatched = PathPatterns.unmatched(
                repository, patterns.values().stream().map(Located::value).toList());
        return patterns.values().stream()
                .filter(pattern -> unmatched.contains(pattern.value()))
                .map(pattern -> warning(pattern, repository))
                .toList();
    }

    private static Diagnostic warning(Located<String> pattern, Repository repository) {
        String text = pattern.value();
        Diagnostic warning =
                Diagnostic.of(RuleId.UNMATCHED_PATHS, pattern.place(), "the pattern \"" + text + "\" matches no file");
        String folder = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        boolean plain = folder.indexOf('*') < 0 && folder.indexOf('\\') < 0 && folder.indexOf('\0') < 0;
        return plain && Files.isDirectory(repository.top().resolve(Path.of(folder)))
                ? warning.help("for what is in the folder, write \"" + folder + "/**\"")
                : warning;
    }
}
