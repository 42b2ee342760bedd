package vn.lienthong.node.log.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogVerdict.Kind;
import vn.lienthong.node.log.LoggedContent;

/** Holds the contents in their own tables against the digests to which the entries of the log commit. */
record ContentCheck(List<LoggedContent> contents) {

    ContentCheck {
        contents = List.copyOf(contents);
    }

    void check(List<LogEntry> entries, FaultList faults) {
        for (LoggedContent content : contents) {
            Map<LogEntryId, LogEntry> committed = new HashMap<>();
            Map<LogEntryId, Sha256> expected = new HashMap<>();
            for (LogEntry entry : entries) {
                if (WireFormats.LOG_COMMITMENT.decode(entry.octets().toByteArray())
                                instanceof Decoded.Value<LogCommitment>(LogCommitment commitment)
                        && commitment.kind() == content.kind()) {
                    committed.put(entry.id(), entry);
                    expected.put(entry.id(), commitment.sha256());
                }
            }
            if (!expected.isEmpty()) {
                compare(content, committed, expected, faults);
            }
        }
    }

    private static void compare(
            LoggedContent content,
            Map<LogEntryId, LogEntry> committed,
            Map<LogEntryId, Sha256> expected,
            FaultList faults) {
        Map<LogEntryId, Sha256> found = content.digests(expected.keySet());
        String place = "contents of kind " + content.kind().word();
        expected.forEach((id, digest) -> {
            LogEntry entry = Objects.requireNonNull(committed.get(id));
            if (!found.containsKey(id)) {
                faults.add(Kind.CONTENT_DELETED, entry.index(), place, "there is no content of this entry any more");
            } else if (!digest.equals(found.get(id))) {
                faults.add(Kind.CONTENT_EDITED, entry.index(), place, "the content is not that of which the log tells");
            }
        });
    }
}
