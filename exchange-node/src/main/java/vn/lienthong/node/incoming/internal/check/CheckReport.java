package vn.lienthong.node.incoming.internal.check;

import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.incoming.internal.record.CheckState;

/**
 * What was checked, as sentences.
 *
 * @param lines one per check
 */
public record CheckReport(List<Line> lines) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public CheckReport {
        lines = List.copyOf(lines);
    }

    /**
     * One check.
     *
     * @param key of its sentence
     * @param outcome {@code GOOD}, {@code WARN} or {@code BAD}
     * @param arguments of the sentence
     * @param details more sentences, folded
     */
    public record Line(String key, CheckState outcome, List<String> arguments, List<Detail> details) {
        /** Copies the lists. */
        public Line {
            arguments = List.copyOf(arguments);
            details = List.copyOf(details);
        }

        static Line of(String key, CheckState outcome, String... arguments) {
            return new Line(key, outcome, List.of(arguments), List.of());
        }

        Line with(List<Detail> more) {
            return new Line(key, outcome, arguments, more);
        }
    }

    /**
     * A sentence.
     *
     * @param key of it
     * @param arguments of it
     */
    public record Detail(String key, List<String> arguments) {
        /** Copies the list. */
        public Detail {
            arguments = List.copyOf(arguments);
        }

        static Detail of(String key, String... arguments) {
            return new Detail(key, List.of(arguments));
        }
    }

    /** The worst of all lines. */
    public CheckState outcome() {
        return lines.stream()
                .map(Line::outcome)
                .max(Comparator.comparingInt(CheckReport::weight))
                .orElse(CheckState.NONE);
    }

    private static int weight(CheckState state) {
        return switch (state) {
            case NONE -> 0;
            case GOOD -> 1;
            case PENDING -> 2;
            case WARN -> 3;
            case BAD -> 4;
        };
    }

    /** As it is kept. */
    public String write() {
        return JSON.writeValueAsString(this);
    }

    /** Reads what was kept; nothing when it does not read. */
    public static CheckReport read(String json) {
        try {
            return JSON.readValue(json, CheckReport.class);
        } catch (JacksonException damaged) {
            return new CheckReport(List.of());
        }
    }
}
