package dev.genci.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts jobs into columns, one for each stage, so that few lines cross. What waits for a job of an earlier stage than the last one has
 * a place in each column between them, through which its line goes.
 */
final class GraphLayout {
    static final double WIDTH = 176;
    static final double HEIGHT = 42;
    static final double BETWEEN = 60;
    private static final double GAP = 14;
    private static final double LANE = 8;
    private static final int SWEEPS = 4;

    /** A place in a column: of a job, or of a line that goes through. */
    static final class Place {
        final int stage;
        final boolean isJob;
        final List<Place> before = new ArrayList<>();
        final List<Place> after = new ArrayList<>();
        private double rank;
        double y;

        private Place(int stage, boolean isJob) {
            this.stage = stage;
            this.isJob = isJob;
        }

        double x() {
            return (stage - 1) * (WIDTH + BETWEEN) + 1;
        }

        double height() {
            return isJob ? HEIGHT : LANE;
        }

        double middle() {
            return y + height() / 2;
        }
    }

    /** A line from one job to another, through places. */
    record Line(int from, int to, List<Place> places) {}

    private final List<List<Place>> columns = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private double height;

    GraphLayout(Plan plan) {
        for (int stage = 0; stage < plan.stages(); stage++) {
            columns.add(new ArrayList<>());
        }
        for (int i = 0; i < plan.jobs().size(); i++) {
            PlannedJob job = plan.jobs().get(i);
            Place place = add(job.stage(), true);
            places.add(place);
            for (int need : job.needs()) {
                line(need, i, place);
            }
        }
        order();
        stack();
    }

    private Place add(int stage, boolean isJob) {
        Place place = new Place(stage, isJob);
        List<Place> column = columns.get(stage - 1);
        place.rank = column.size();
        column.add(place);
        return place;
    }

    private void line(int from, int to, Place end) {
        List<Place> through = new ArrayList<>(List.of(places.get(from)));
        for (int stage = places.get(from).stage + 1; stage < end.stage; stage++) {
            through.add(add(stage, false));
        }
        through.add(end);
        for (int i = 1; i < through.size(); i++) {
            through.get(i - 1).after.add(through.get(i));
            through.get(i).before.add(through.get(i - 1));
        }
        lines.add(new Line(from, to, through));
    }

    /** Puts each near the middle of its neighbours: from the left, then from the right, several times. */
    private void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean fromLeft = sweep % 2 == 0;
            for (int i = 1; i < columns.size(); i++) {
                List<Place> column = columns.get(fromLeft ? i : columns.size() - 1 - i);
                for (Place place : column) {
                    List<Place> near = fromLeft ? place.before : place.after;
                    place.rank = near.stream()
                            .mapToDouble(each -> each.rank)
                            .average()
                            .orElse(place.rank);
                }
                column.sort(Comparator.comparingDouble(place -> place.rank));
                IntStream.range(0, column.size()).forEach(row -> column.get(row).rank = row);
            }
        }
    }

    private void stack() {
        height = columns.stream().mapToDouble(GraphLayout::height).max().orElse(0);
        for (List<Place> column : columns) {
            double y = (height - height(column)) / 2 + 1;
            for (Place place : column) {
                place.y = y;
                y += place.height() + GAP;
            }
        }
    }

    private static double height(List<Place> column) {
        return column.stream().mapToDouble(place -> place.height() + GAP).sum() - GAP;
    }

    /** The places of the jobs. */
    List<Place> places() {
        return places;
    }

    /** What waits for what. */
    List<Line> lines() {
        return lines;
    }

    /** Of the whole. */
    double width() {
        return columns.size() * (WIDTH + BETWEEN) - BETWEEN + 2;
    }

    /** Of the whole. */
    double height() {
        return height + 2;
    }
}
