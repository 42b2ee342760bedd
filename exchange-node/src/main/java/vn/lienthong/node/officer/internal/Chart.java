package vn.lienthong.node.officer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.node.audit.search.Histogram;

/**
 * A histogram with its geometry: bars in a picture of 1000 by 100.
 *
 * @param bars in order of time
 * @param highest the largest count
 * @param complete false when only the newest events were counted
 */
record Chart(List<Bar> bars, long highest, boolean complete) {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;
    private static final double LOWEST = 2;

    Chart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param from where its part of the period begins
     * @param count how many events
     * @param link to the events of that part
     * @param x left edge
     * @param width of the bar
     * @param height of the bar
     */
    record Bar(Instant from, long count, String link, double x, double width, double height) {
        /** The upper edge. */
        public double y() {
            return HEIGHT - height;
        }
    }

    static Chart of(Histogram histogram, EventQuery query) {
        long highest =
                histogram.bars().stream().mapToLong(Histogram.Bar::count).max().orElse(0);
        double step = WIDTH / Math.max(1, histogram.bars().size());
        List<Bar> bars = new ArrayList<>();
        for (Histogram.Bar bar : histogram.bars()) {
            double height = bar.count() == 0 ? 0 : Math.max(LOWEST, HEIGHT * bar.count() / Math.max(1, highest));
            String link = query.between(bar.from(), bar.from().plus(histogram.width()))
                    .link("/events");
            bars.add(new Bar(
                    bar.from(), bar.count(), link, rounded(bars.size() * step), rounded(step - 1), rounded(height)));
        }
        return new Chart(bars, highest, histogram.complete());
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Bars with something in them: what the table beside the picture tells. */
    public List<Bar> filled() {
        return bars.stream().filter(bar -> bar.count() > 0).toList();
    }
}
