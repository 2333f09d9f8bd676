package dev.genci.plan;

import org.jspecify.annotations.Nullable;

/**
 * A plan, and what was asked about it.
 *
 * @param runners how many there are; absent for as many as it takes
 * @param cold the same where no cache is hit; absent where nobody has measured that
 */
public record PlanReport(
        Plan plan, @Nullable Integer runners, @Nullable Plan cold, Caches caches) {}
