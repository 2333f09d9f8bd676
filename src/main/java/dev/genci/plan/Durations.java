package dev.genci.plan;

import dev.genci.lower.row.Row;
import dev.genci.manifest.Work;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long rows take: the median of what was measured, else what the manifest says. */
public final class Durations {
    private final Map<String, List<Double>> measured;
    private final Set<String> used = new HashSet<>();

    /** @param measured seconds by nox's name of the session, at least one each */
    public Durations(Map<String, List<Double>> measured) {
        this.measured = measured;
    }

    /** Seconds; {@code null} where nothing is known. */
    @Nullable Double of(Work work, Row row) {
        for (String name : List.of(row.session().text(), row.name().text())) {
            Double seconds = measured(name);
            if (seconds != null) {
                used.add(name);
                return seconds;
            }
        }
        Integer written = work.listing().duration();
        return written == null ? null : Double.valueOf(written);
    }

    /** Seconds that were measured of a session, by nox's name; {@code null} where nothing was. */
    @Nullable Double measured(String session) {
        List<Double> seconds = measured.get(session);
        return seconds == null ? null : median(seconds);
    }

    /** Whether something was measured, but nothing of this workflow. */
    public boolean isOfAnotherProject() {
        return !measured.isEmpty() && used.isEmpty();
    }

    private static double median(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
