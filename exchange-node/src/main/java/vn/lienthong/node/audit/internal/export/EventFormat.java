package vn.lienthong.node.audit.internal.export;

import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.search.FoundEvent;

/** How an event is written on one line. */
interface EventFormat {

    /** What stands before the first event; empty for most. */
    default String head() {
        return "";
    }

    /** One event without the end of its line. */
    String line(FoundEvent event);

    /** The end of each line. */
    default String end() {
        return "\n";
    }

    /** The format of an export. */
    static EventFormat of(ExportFormat format, String version) {
        return switch (format) {
            case CSV -> new CsvFormat();
            case JSON_LINES -> new JsonFormat();
            case CEF -> new CefFormat(version);
            case OCSF -> new OcsfFormat(version);
            case DOSSIER -> throw new IllegalArgumentException("a dossier is no format of lines");
        };
    }
}
