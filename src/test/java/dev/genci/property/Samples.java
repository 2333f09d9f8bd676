package dev.genci.property;

import java.util.ArrayList;
import java.util.List;

/** The random manifests of a run; {@code -Dproperty.seeds=…} and {@code -Dproperty.first=…} choose others. */
public final class Samples {
    private static final int SEEDS = Integer.getInteger("property.seeds", 200);
    private static final int FIRST = Integer.getInteger("property.first", 0);

    private Samples() {}

    private static final class Holder {
        private static final List<Sample> ALL = compile();
    }

    /** Every manifest with each of its targets. */
    public static List<Sample> all() {
        return Holder.ALL;
    }

    private static List<Sample> compile() {
        List<Sample> all = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            all.addAll(Sample.of("seed " + seed, ManifestGenerator.manifest(seed)));
        }
        return all;
    }
}
