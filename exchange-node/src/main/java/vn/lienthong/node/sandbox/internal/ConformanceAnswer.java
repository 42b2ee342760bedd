package vn.lienthong.node.sandbox.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.sandbox.Conformance;

/**
 * The report as programs read it.
 *
 * @param runId of the run
 * @param agency as whom the program called
 * @param system its name; may be empty
 * @param begunAt when the run began
 * @param readAt when this was read
 * @param result {@code PASSED} or {@code NOT_PASSED}
 * @param checks the checklist
 */
record ConformanceAnswer(
        String runId, String agency, String system, String begunAt, String readAt, String result, List<Line> checks) {

    /** Copies the list. */
    ConformanceAnswer {
        checks = List.copyOf(checks);
    }

    /**
     * One line.
     *
     * @param check its name
     * @param required whether nothing passes without it
     * @param seenAt when it was seen, or null
     * @param vietnamese what it asks for
     * @param english what it asks for
     */
    record Line(String check, boolean required, @Nullable String seenAt, String vietnamese, String english) {}

    static ConformanceAnswer of(Conformance report) {
        return new ConformanceAnswer(
                report.runId().toString(),
                report.agency().value(),
                report.system(),
                Timestamps.format(report.begunAt()),
                Timestamps.format(report.readAt()),
                report.isPassed() ? "PASSED" : "NOT_PASSED",
                report.items().stream().map(ConformanceAnswer::line).toList());
    }

    private static Line line(Conformance.Item item) {
        Instant seen = item.seenAt();
        return new Line(
                item.check().name(),
                item.check().isRequired(),
                Optional.ofNullable(seen).map(Timestamps::format).orElse(null),
                item.check().words(Locale.of("vi")),
                item.check().words(Locale.ENGLISH));
    }
}
