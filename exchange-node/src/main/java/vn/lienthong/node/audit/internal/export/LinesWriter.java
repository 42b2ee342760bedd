package vn.lienthong.node.audit.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FoundEvent;

/** Writes events line by line, oldest first, however many there are. */
@Component
class LinesWriter {

    private static final int PAGE = 1000;

    private final EventQueries events;

    LinesWriter(EventQueries events) {
        this.events = events;
    }

    WrittenExport write(
            EventFilter filter, Secrecy sight, EventFormat format, OutputStream out, ExportProgress progress)
            throws IOException {
        out.write(format.head().getBytes(StandardCharsets.UTF_8));
        long count = 0;
        @Nullable EventId first = null;
        @Nullable EventId last = null;
        List<FoundEvent> page = events.forward(filter, sight, null, PAGE);
        while (!page.isEmpty()) {
            for (FoundEvent event : page) {
                out.write((format.line(event) + format.end()).getBytes(StandardCharsets.UTF_8));
            }
            first = first == null ? page.getFirst().id() : first;
            last = page.getLast().id();
            count += page.size();
            progress.written(count);
            page = page.size() < PAGE ? List.of() : events.forward(filter, sight, last, PAGE);
        }
        return new WrittenExport(count, first, last);
    }
}
