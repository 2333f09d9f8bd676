package dev.genci.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the jobs of a plan keep in the forge's cache.
 *
 * @param entries of a run on one branch
 * @param measured the rows whose environments were measured
 * @param bytes of these, before compression
 * @param limit of a repository, in bytes; 0 where the forge has none
 * @param forge its name in prose
 */
public record Caches(int entries, int measured, long bytes, long limit, String forge) {

    /**
     * Those of a plan.
     *
     * @param sizes bytes by the folder of an environment
     */
    public static Caches of(Plan plan, KnownSessions known, Map<String, Long> sizes, long limit, String forge) {
        int measured = 0;
        double bytes = 0;
        for (PlannedJob job : plan.jobs()) {
            for (PlannedJob.Row row : job.caches() > 0 ? job.rows() : List.<PlannedJob.Row>of()) {
                double own = row.sessions().stream()
                        .mapToDouble(session -> size(known, session, sizes))
                        .sum();
                measured += own > 0 ? 1 : 0;
                bytes += own;
            }
        }
        return new Caches(plan.caches(), measured, Math.round(bytes), limit, forge);
    }

    /** That of the environment of one row; of several interpreters each row has its share. */
    private static double size(KnownSessions known, String session, Map<String, Long> sizes) {
        return known.folders(session).stream()
                .map(sizes::get)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .average()
                .orElse(0);
    }

    /** A line for people; empty where nothing is cached. */
    String text() {
        if (entries == 0) {
            return "";
        }
        String own = "cache: " + (entries == 1 ? "1 entry" : entries + " entries");
        if (measured > 0) {
            own += ", " + size(bytes) + " before compression in " + PlanText.count(measured, "row");
        }
        return own + (limit > 0 ? "; " + forge + " keeps " + size(limit) + " for a repository" : "") + "\n";
    }

    /** {@code 410 MB}, {@code 1.9 GB}: in powers of ten, as the forges count. */
    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return (bytes + 999) / 1_000 + " kB";
        }
        if (bytes < 1_000_000_000) {
            return Math.round(bytes / 1e6) + " MB";
        }
        String exact = String.format(Locale.ROOT, "%.1f", bytes / 1e9);
        return (exact.endsWith(".0") ? exact.substring(0, exact.length() - 2) : exact) + " GB";
    }
}
