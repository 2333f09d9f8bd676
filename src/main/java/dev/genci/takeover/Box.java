package dev.genci.takeover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A product of values: all combinations of one of each axis.
 *
 * @param values by axis
 */
record Box(List<Set<String>> values) {
    /** More orders than those of four axes are not tried. */
    private static final int ORDERED = 4;

    /** The largest one whose combinations are all rows. */
    static Box largest(Set<Point> points, List<Set<String>> values) {
        List<Integer> open = new ArrayList<>();
        for (int axis = 0; axis < values.size(); axis++) {
            if (values.get(axis).size() > 1) {
                open.add(axis);
            }
        }
        Box best = null;
        for (List<Integer> order : orders(open)) {
            for (Point seed : points) {
                Box box = grown(seed, order, points, values);
                best = best == null || box.size() > best.size() ? box : best;
            }
        }
        return best == null ? new Box(values) : best;
    }

    private static List<List<Integer>> orders(List<Integer> axes) {
        if (axes.size() < 2 || axes.size() > ORDERED) {
            return List.of(axes);
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : axes) {
            List<Integer> rest = new ArrayList<>(axes);
            rest.remove(first);
            for (List<Integer> order : orders(rest)) {
                List<Integer> longer = new ArrayList<>(List.of(first));
                longer.addAll(order);
                orders.add(longer);
            }
        }
        return orders;
    }

    /** Around a row, as far as each axis allows. */
    private static Box grown(Point seed, List<Integer> order, Set<Point> points, List<Set<String>> values) {
        List<Point> inside = List.of(seed);
        List<Set<String>> grown = new ArrayList<>();
        seed.values().forEach(value -> grown.add(Set.of(value)));
        for (int axis : order) {
            Set<String> here = new LinkedHashSet<>();
            List<Point> more = new ArrayList<>();
            for (String value : values.get(axis)) {
                List<Point> moved =
                        inside.stream().map(point -> point.with(axis, value)).toList();
                if (points.containsAll(moved)) {
                    here.add(value);
                    more.addAll(moved);
                }
            }
            grown.set(axis, here);
            inside = more;
        }
        return new Box(grown);
    }

    /** How many combinations it has. */
    long size() {
        long size = 1;
        for (Set<String> each : values) {
            size *= each.size();
        }
        return size;
    }

    /** Whether a combination is one of its. */
    boolean has(Point point) {
        for (int axis = 0; axis < values.size(); axis++) {
            if (!values.get(axis).contains(point.on(axis))) {
                return false;
            }
        }
        return true;
    }

    /** All combinations. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        points.add(new Point(values.stream().map(each -> each.iterator().next()).toList()));
        for (int axis = 0; axis < values.size(); axis++) {
            List<Point> more = new ArrayList<>();
            for (Point point : points) {
                for (String value : values.get(axis)) {
                    more.add(point.with(axis, value));
                }
            }
            points = more;
        }
        return points;
    }
}
