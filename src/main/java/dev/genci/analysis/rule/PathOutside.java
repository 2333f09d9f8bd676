package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.CheckOut;
import dev.genci.manifest.Download;
import dev.genci.manifest.Located;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Paths are relative to the base folder and do not leave it. */
final class PathOutside implements Rule {
    @Override
    public RuleId id() {
        return RuleId.PATH_OUTSIDE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.manifest().targets().forEach(target -> check(target.file(), report));
        analysis.running().forEach(work -> {
            CheckOut checkOut = work.job().checkOut();
            Located<String> path = checkOut == null ? null : checkOut.path();
            if (path != null) {
                check(path, report);
            }
            work.job().artifacts().uploads().stream()
                    .flatMap(upload -> upload.paths().stream())
                    .forEach(each -> check(each, report));
            work.job().artifacts().downloads().stream()
                    .map(Download::into)
                    .flatMap(Stream::ofNullable)
                    .forEach(into -> check(into, report));
            CacheSettings cache = work.job().cache();
            if (cache != null) {
                check(cache.path(), report);
                cache.hash().forEach(pattern -> check(pattern, report));
            }
        });
    }

    private void check(Located<String> path, Consumer<Diagnostic> report) {
        String text = path.value().replace('\\', '/');
        boolean drive = text.length() > 1 && text.charAt(1) == ':';
        if (text.startsWith("/")
                || text.startsWith("~")
                || drive
                || List.of(text.split("/")).contains("..")) {
            report.accept(Diagnostic.of(
                    id(), path.place(), "the path \"" + path.value() + "\" leads out of the project's folder"));
        }
    }
}
