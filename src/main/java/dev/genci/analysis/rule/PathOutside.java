package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.CheckOut;
import dev.genci.manifest.Located;
import dev.genci.manifest.Location;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Paths are relative to the base folder and do not leave it. */
final class PathOutside implements Rule {
    private static final Location NOWHERE = new Location(null, null);

    @Override
    public RuleId id() {
        return RuleId.PATH_OUTSIDE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.manifest().targets().forEach(target -> check(target.file(), NOWHERE, report));
        analysis.running().forEach(work -> {
            CheckOut checkOut = work.job().checkOut();
            Location location = work.job().location();
            check(checkOut == null ? null : checkOut.path(), NOWHERE, report);
            check(location.directory(), NOWHERE, report);
            if (leaves(location.directory(), NOWHERE)) {
                return; // what is relative to it does, too
            }
            check(location.noxfile(), location, report);
            check(work.axes().pythonFile(), location, report);
            work.job().artifacts().uploads().stream()
                    .flatMap(upload -> upload.paths().stream())
                    .forEach(each -> check(each, location, report));
            work.job().artifacts().downloads().forEach(download -> check(download.into(), location, report));
            CacheSettings cache = work.job().cache();
            if (cache != null) {
                check(cache.path(), location, report);
                cache.also().stream()
                        .filter(each -> !Location.isElsewhere(each.value()))
                        .forEach(each -> check(each, location, report));
                cache.hash().forEach(pattern -> check(pattern, location, report));
            }
        });
    }

    private static boolean leaves(@Nullable Located<String> path, Location location) {
        String pattern = path == null ? "" : path.value().replace('\\', '/');
        String text = pattern.startsWith("!") ? pattern.substring(1) : pattern;
        boolean drive = text.length() > 1 && text.charAt(1) == ':';
        // From another folder a path may go up, as far as the workspace.
        return text.startsWith("/")
                || text.startsWith("~")
                || drive
                || List.of(location.inWorkspace(text).split("/")).contains("..");
    }

    private void check(@Nullable Located<String> path, Location location, Consumer<Diagnostic> report) {
        if (path != null && leaves(path, location)) {
            report.accept(Diagnostic.of(
                    id(), path.place(), "the path \"" + path.value() + "\" leads out of the project's folder"));
        }
    }
}
