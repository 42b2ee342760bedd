package vn.lienthong.node.log.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogVerdict.Kind;
import vn.lienthong.node.log.LoggedContent;
import vn.lienthong.node.log.LoggedContent.Held;

/**
 * Holds the contents in their own tables against the digests to which the entries of the log commit: from the entries to the
 * contents, so that none is edited or missing, and from the contents to the entries, so that none was put in.
 */
final class ContentCheck {

    private static final int PAGE = 256;
    /** So many places are remembered, so that one fault is not told twice; more do not fit into the list of faults anyway. */
    private static final int MOST_REMEMBERED = 10_000;

    private final List<LoggedContent> contents;
    private final EntryRows rows;
    private final FaultList faults;
    private final Set<LogEntryId> told = new HashSet<>();

    ContentCheck(List<LoggedContent> contents, EntryRows rows, FaultList faults) {
        this.contents = List.copyOf(contents);
        this.rows = rows;
        this.faults = faults;
    }

    /** From these entries to their contents. */
    void check(List<LogEntry> entries) {
        for (LoggedContent content : contents) {
            Map<LogEntryId, LogEntry> committed = new HashMap<>();
            Map<LogEntryId, Sha256> expected = new HashMap<>();
            for (LogEntry entry : entries) {
                if (WireFormats.LOG_COMMITMENT.decode(entry.octets().toByteArray())
                                instanceof Decoded.Value<LogCommitment>(LogCommitment commitment)
                        && commitment.kind() == content.kind()) {
                    committed.put(entry.id(), entry);
                    expected.put(entry.id(), commitment.sha256());
                    checkKind(entry, commitment.kind());
                }
            }
            if (!expected.isEmpty()) {
                compare(content, committed, expected);
            }
        }
    }

    private void checkKind(LogEntry entry, LogCommitment.Kind said) {
        LogEntryKind kind = switch (said) {
            case EVIDENCE -> LogEntryKind.EVIDENCE;
            case EVENT -> LogEntryKind.SECURITY_EVENT;
            case STATEMENT -> LogEntryKind.STATEMENT;
        };
        if (entry.kind() != kind) {
            add(Kind.ENTRY_EDITED, entry.index(), entry.id(), "table log_entry.kind", "the entry says another kind");
        }
    }

    private void compare(LoggedContent content, Map<LogEntryId, LogEntry> committed, Map<LogEntryId, Sha256> expected) {
        Map<LogEntryId, Sha256> found = content.digests(expected.keySet());
        String place = place(content);
        expected.forEach((id, digest) -> {
            LogEntry entry = Objects.requireNonNull(committed.get(id));
            if (!found.containsKey(id)) {
                add(
                        Kind.CONTENT_DELETED,
                        entry.index(),
                        id,
                        place,
                        "there is no content of this entry any more, or it names another one");
            } else if (!digest.equals(found.get(id))) {
                add(Kind.CONTENT_EDITED, entry.index(), id, place, "the content is not that of which the log tells");
            }
        });
    }

    /**
     * From all contents to their entries. What is kept while this goes on has its entry in the same transaction.
     *
     * @param progress asked after each page whether to go on
     * @return whether all were looked at
     */
    boolean checkAll(BooleanSupplier progress) {
        for (LoggedContent content : contents) {
            @Nullable UUID last = null;
            List<Held> page = content.after(last, PAGE);
            while (!page.isEmpty()) {
                check(content, page);
                last = page.getLast().name();
                if (!progress.getAsBoolean()) {
                    return false;
                }
                page = content.after(last, PAGE);
            }
        }
        return true;
    }

    private void check(LoggedContent content, List<Held> page) {
        Map<LogEntryId, LogEntry> entries =
                rows.all(page.stream().map(Held::entry).filter(Objects::nonNull).toList());
        for (Held held : page) {
            LogEntryId id = held.entry();
            LogEntry entry = id == null ? null : entries.get(id);
            String place = place(content) + ", row " + held.name();
            Octets commitment =
                    Octets.of(WireFormats.LOG_COMMITMENT.encode(new LogCommitment(content.kind(), held.digest())));
            @Nullable Long index = entry == null ? null : entry.index();
            if (held.logged() && entry == null) {
                add(Kind.CONTENT_INSERTED, null, id, place, "the log has no entry of it");
            } else if (entry != null && !entry.octets().equals(commitment)) {
                add(Kind.CONTENT_INSERTED, index, id, place, "its entry of the log tells of something else");
            } else if (held.fault() != null) {
                add(Kind.CONTENT_EDITED, index, id, place, held.fault());
            }
        }
    }

    private void add(Kind kind, @Nullable Long index, @Nullable LogEntryId entry, String place, String detail) {
        if (entry != null && told.contains(entry)) {
            return;
        }
        if (entry != null && told.size() < MOST_REMEMBERED) {
            told.add(entry);
        }
        faults.add(kind, index, place, detail);
    }

    private static String place(LoggedContent content) {
        return "contents of kind " + content.kind().word();
    }
}
