package vn.lienthong.node.register.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.BookId;

/** Sheets between the dry run and the import: in memory only, the newest few, for half an hour. */
@InNodeRole
@Component
class StagedSheets {
    private static final int MOST = 10;
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final Map<UUID, Staged> sheets = new LinkedHashMap<>();

    StagedSheets(TimeOrderedIds ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** A sheet and whose it is. */
    private record Staged(BookId book, LoginName owner, List<ImportSheet.Line> lines, Instant until) {}

    synchronized UUID keep(BookId book, LoginName owner, List<ImportSheet.Line> lines) {
        forgetOld();
        if (sheets.size() >= MOST) {
            sheets.remove(sheets.keySet().iterator().next());
        }
        UUID id = ids.next();
        sheets.put(
                id, new Staged(book, owner, List.copyOf(lines), clock.instant().plus(KEPT)));
        return id;
    }

    /** The lines, once. */
    synchronized Optional<List<ImportSheet.Line>> take(UUID id, BookId book, LoginName owner) {
        forgetOld();
        Staged found = sheets.get(id);
        if (found == null || !found.book().equals(book) || !found.owner().equals(owner)) {
            return Optional.empty();
        }
        sheets.remove(id);
        return Optional.of(found.lines());
    }

    private void forgetOld() {
        Instant now = clock.instant();
        sheets.values().removeIf(staged -> !now.isBefore(staged.until()));
    }
}
