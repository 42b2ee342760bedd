package vn.lienthong.node.audit.internal.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.audit.internal.Times;
import vn.lienthong.node.audit.search.FoundEvent;

/** RFC 4180 with a byte order mark, as spreadsheets want it. A cell that a spreadsheet would compute gets an apostrophe. */
final class CsvFormat implements EventFormat {

    private static final String COLUMNS = "event_id,time_utc,action,what,severity,outcome,reason,actor,role,"
            + "object_kind,object_id,secrecy,channel,address,correlation_id";

    @Override
    public String head() {
        return "\uFEFF" + COLUMNS + end();
    }

    @Override
    public String end() {
        return "\r\n";
    }

    @Override
    public String line(FoundEvent event) {
        return row(
                event.id(),
                Times.text(event.at()),
                event.action(),
                event.words(Locale.of("vi")),
                event.severity(),
                event.outcome(),
                event.reason(),
                event.actor(),
                event.role(),
                event.objectKind(),
                event.objectId(),
                event.secrecy(),
                event.channel(),
                event.address(),
                event.correlationId());
    }

    private static String row(@Nullable Object... cells) {
        return Arrays.stream(cells).map(CsvFormat::cell).collect(Collectors.joining(","));
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
