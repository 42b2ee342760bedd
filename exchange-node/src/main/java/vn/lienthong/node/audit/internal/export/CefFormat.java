package vn.lienthong.node.audit.internal.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.search.FoundEvent;

/** ArcSight Common Event Format, version 0. */
final class CefFormat implements EventFormat {

    private final String version;

    CefFormat(String version) {
        this.version = version;
    }

    @Override
    public String line(FoundEvent event) {
        StringBuilder line = new StringBuilder("CEF:0|Lien thong|exchange-node|");
        line.append(header(version)).append('|');
        line.append(header(event.action())).append('|');
        line.append(header(event.words(Locale.ENGLISH))).append('|');
        line.append(severity(event.severity())).append('|');
        add(line, "rt", event.at().toEpochMilli());
        add(line, "externalId", event.id());
        add(line, "outcome", event.outcome());
        add(line, "reason", event.reason());
        add(line, "suid", event.actor());
        add(line, "spriv", event.role());
        add(line, "src", event.address());
        add(line, "app", event.channel());
        add(line, "cs1Label", event.objectId() == null ? null : "object");
        add(line, "cs1", event.objectId());
        add(line, "cs2Label", event.correlationId() == null ? null : "correlationId");
        add(line, "cs2", event.correlationId());
        return line.toString().stripTrailing();
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case INFO -> 2;
            case NOTICE -> 4;
            case WARNING -> 7;
            case CRITICAL -> 10;
        };
    }

    private static void add(StringBuilder line, String name, @Nullable Object value) {
        if (value != null) {
            line.append(name).append('=').append(extension(value.toString())).append(' ');
        }
    }

    /** In the header, bars separate. */
    static String header(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("[\\r\\n]", " ");
    }

    /** In the extension, equals signs separate. */
    static String extension(String text) {
        return text.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
