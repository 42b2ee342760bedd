package vn.lienthong.node.directory.internal.server;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;

/** Appends the changes of publications to the directory's log, in the transaction that publishes them. */
final class ChangeBook {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeBook.class);

    private final LogBook book;
    private final PublicationTable table;

    ChangeBook(LogBook book, PublicationTable table) {
        this.book = book;
        this.table = table;
    }

    /** Appends what is not in the log yet, up to a publication; the caller holds the lock of the head. */
    void appendUpTo(long sequence) {
        long before = table.logged();
        for (long logged = before; logged < sequence; logged++) {
            SignedPublication signed = table.after(logged, 1).getFirst();
            List<byte[]> entries = CopyStore.entries(CopyStore.read(signed.octets()), signed.sha256());
            List<LogEntryId> ids = book.appendAll(LogName.DIRECTORY, LogEntryKind.PUBLICATION, entries);
            LOG.debug("publication {} has {} entries in the log", logged + 1, ids.size());
        }
        if (before < sequence) {
            table.moveLogged(sequence);
        }
    }
}
