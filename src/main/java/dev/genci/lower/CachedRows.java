package dev.genci.lower;

import dev.genci.lower.row.Row;
import dev.genci.lower.template.CacheEntries;
import dev.genci.manifest.NoxSettings;
import dev.genci.manifest.Runner;
import dev.genci.manifest.TargetSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workflow that have a cache. What is true of all of them decides on the form of the keys, so that jobs can share
 * the steps.
 */
record CachedRows(List<Row> rows) {
    /** nox's own default, if neither the manifest nor the noxfile sets one. */
    private static final String BACKEND = "virtualenv";

    /**
     * What makes their cache entries.
     *
     * @param scheduled whether the workflow runs on a schedule
     */
    CacheEntries entries(TargetSettings target, NoxSettings nox, boolean scheduled) {
        String backend = nox.backend() == null ? BACKEND : nox.backend();
        return new CacheEntries(target.cached(), runner(), hasUnknownImage(target), hasComma(), backend, scheduled);
    }

    private Stream<Runner> runners() {
        return rows.stream().map(Row::runner);
    }

    /** The runner that all have in common, in one word. */
    private @Nullable String runner() {
        Set<String> words = runners().map(Runner::word).collect(Collectors.toSet());
        return words.size() == 1 ? words.iterator().next() : null;
    }

    private boolean hasUnknownImage(TargetSettings target) {
        return !runners().allMatch(runner -> target.forge().images().contains(runner.word()));
    }

    private boolean hasComma() {
        return rows.stream().anyMatch(row -> row.session().text().indexOf(',') >= 0);
    }
}
