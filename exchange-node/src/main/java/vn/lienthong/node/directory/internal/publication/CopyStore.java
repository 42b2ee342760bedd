package vn.lienthong.node.directory.internal.publication;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.directory.DirectoryLogEntry;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.DirectoryEntries;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * The copy of the directory in the database.
 *
 * <p>Guarantees: a publication, its certificates, the tree at its end and what it means for this node are stored together or not
 * at all.
 */
public final class CopyStore {

    private final PublicationTable table;
    private final ChangeTree tree;
    private final StandingTable standing;
    private final SubjectTable subjects;
    private final TransactionTemplate transaction;

    /** Keeps everything in this database. */
    public CopyStore(DataSource source, TransactionTemplate transaction) {
        this.table = new PublicationTable(source);
        this.tree = new ChangeTree(JdbcClient.create(source));
        this.standing = new StandingTable(JdbcClient.create(source));
        this.subjects = new SubjectTable(JdbcClient.create(source));
        this.transaction = transaction;
    }

    /** The publications and certificates. */
    public PublicationTable table() {
        return table;
    }

    /** The tree that follows from the publications. */
    public ChangeTree tree() {
        return tree;
    }

    /** What is remembered about the copy. */
    public StandingTable standing() {
        return standing;
    }

    /** Where what was said about whom. */
    SubjectTable subjects() {
        return subjects;
    }

    /**
     * Stores a publication, in the caller's transaction or in one of its own.
     *
     * @return the tree at its end
     */
    public TreeHead keep(Taken taken, SignedPublication signed, Instant now, TakenListener listener) {
        Publication publication = taken.publication();
        TreeHead head = transaction.execute(status -> {
            // The certificates first, so that whoever sees the publication finds them.
            table.keepCertificates(ListedCertificates.of(publication), publication.sequence());
            table.insert(publication.sequence(), signed, now);
            subjects.keep(publication);
            TreeHead grown = tree.append(taken.start(), entries(publication, signed.sha256()));
            table.keepHead(publication.sequence(), grown);
            listener.taken(taken);
            return grown;
        });
        if (head == null) {
            throw new IllegalStateException("a publication without a tree");
        }
        return head;
    }

    /** Grows the tree for publications that were stored before there was one. */
    public void catchUpTree() {
        for (OptionalLong next = table.firstWithoutHead(); next.isPresent(); next = table.firstWithoutHead()) {
            long sequence = next.getAsLong();
            transaction.executeWithoutResult(status -> growFor(sequence));
        }
    }

    private void growFor(long sequence) {
        SignedPublication signed = table.after(sequence - 1, 1).getFirst();
        TreeHead before = table.headAt(sequence - 1)
                .orElseThrow(() -> new StartRefusedException("a publication is missing before " + sequence));
        Publication publication = read(signed.octets());
        table.keepHead(sequence, tree.append(before, entries(publication, signed.sha256())));
    }

    /** Reads a publication that is stored here. */
    public static Publication read(Octets octets) {
        if (WireFormats.PUBLICATION.decode(octets.toByteArray())
                instanceof Decoded.Value<Publication>(Publication it)) {
            return it;
        }
        throw new StartRefusedException("a stored publication of the directory cannot be read");
    }

    /** The entries of the directory's log that follow from a publication. */
    public static List<byte[]> entries(Publication publication, Sha256 digest) {
        return DirectoryEntries.of(publication, digest).stream()
                .map(CopyStore::encode)
                .toList();
    }

    private static byte[] encode(DirectoryLogEntry entry) {
        return WireFormats.DIRECTORY_LOG_ENTRY.encode(entry);
    }
}
