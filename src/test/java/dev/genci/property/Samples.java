package dev.genci.property;

import java.util.List;
import java.util.stream.LongStream;

/** The random manifests of a run; {@code -Dproperty.seeds=…} and {@code -Dproperty.first=…} choose others. */
public final class Samples {
    private static final long SEEDS = Long.getLong("property.seeds", 200L);
    private static final long FIRST = Long.getLong("property.first", 0L);

    private Samples() {}

    private static final class Holder {
        private static final List<Sample> ALL = compile();
    }

    /** Every manifest with each of its targets. */
    public static List<Sample> all() {
        return Holder.ALL;
    }

    private static List<Sample> compile() {
        return LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .mapToObj(seed -> Sample.of("seed " + seed, ManifestGenerator.manifest(seed)))
                .flatMap(List::stream)
                .toList();
    }
}
