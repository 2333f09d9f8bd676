package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.SessionKey;
import dev.genci.source.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A cache of downloads alone falls back in any case, so that {@code fallback} says nothing. Part of {@link UselessKey}. */
final class UselessFallbacks {
    private UselessFallbacks() {}

    /** What is said for several sessions has an effect if it has one for any of them. */
    static void check(Analysis analysis, Consumer<Diagnostic> report) {
        boolean alone = analysis.manifest().all().known().size() == 1;
        Map<Place, Boolean> useless = new LinkedHashMap<>();
        analysis.work().forEach(work -> {
            CacheSettings cache = work.job().cache();
            Place fallback = cache == null ? null : cache.fallback();
            if (cache != null && fallback != null) {
                // Another workflow may keep environments, and inherit it, too.
                boolean known = alone || work.keys().containsKey(SessionKey.CACHE.key());
                useless.merge(fallback, known && !cache.keepsVenvs(), Boolean::logicalAnd);
            }
        });
        useless.forEach((place, forAll) -> {
            if (forAll) {
                report.accept(Diagnostic.of(
                                RuleId.USELESS_KEY,
                                place,
                                "\"fallback\" has no effect: no environments are kept, and downloads fall back in any case")
                        .help("remove it, or write mode: both"));
            }
        });
    }
}
