package dev.genci.manifest;

import dev.genci.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of an entry: those that have these values.
 *
 * @param values at least one
 */
public record RowPattern(List<AxisValue> values, Place place) {
    /**
     * A value on an axis.
     *
     * @param axis {@code python}, {@code os}, a parameter, or an axis of the entry's own
     * @param runner the value, where the axis is {@code os}
     */
    public record AxisValue(
            Located<String> axis,
            Located<String> value,
            @Nullable Runner runner) {
        boolean isOf(Invocation invocation, @Nullable Runner there) {
            return runner == null
                    ? value.value().equals(invocation.value(axis.value()))
                    : there != null && runner.isSame(there);
        }
    }

    /** Whether a row is one of them. */
    boolean matches(Invocation invocation, @Nullable Runner runner) {
        return values.stream().allMatch(value -> value.isOf(invocation, runner));
    }
}
