package vn.lienthong.node.directory.internal.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.database.Columns;

/** Publications and the certificates that they list, in the database. */
public final class PublicationTable {

    private static final int ROWS_AT_ONCE = 128;

    private final JdbcClient database;

    /** Works on this database. */
    public PublicationTable(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    /** The publications behind a number, in order. */
    public List<SignedPublication> after(long sequence, int limit) {
        return database.sql("select octets, classical_signature, post_quantum_signature from publication"
                        + " where sequence > ? order by sequence limit ?")
                .params(sequence, limit)
                .query((row, number) -> publication(row))
                .list();
    }

    /** The number of the last one; 0 when there is none. */
    public long latest() {
        return database.sql("select coalesce(max(sequence), 0) from publication")
                .query(Long.class)
                .single();
    }

    /** The digest of the publication of that number. */
    public Optional<Sha256> digestOf(long sequence) {
        return database.sql("select sha256 from publication where sequence = ?")
                .param(sequence)
                .query((row, number) -> Sha256.fromBytes(row.getBytes(1)))
                .optional();
    }

    /** The tree at the end of the publication of that number; empty when it is not known yet. */
    public Optional<TreeHead> headAt(long sequence) {
        return sequence == 0
                ? Optional.of(TreeHead.empty())
                : database.sql("select log_size, log_root from publication"
                                + " where sequence = ? and log_size is not null")
                        .param(sequence)
                        .query((row, number) -> new TreeHead(row.getLong(1), MerkleHash.of(row.getBytes(2))))
                        .optional();
    }

    /** Keeps the tree at the end of a publication. */
    public void keepHead(long sequence, TreeHead head) {
        int rows = database.sql("update publication set log_size = ?, log_root = ? where sequence = ?")
                .params(head.size(), head.root().toByteArray(), sequence)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("there is no publication " + sequence);
        }
    }

    /** The first publication whose tree is not known yet. */
    public OptionalLong firstWithoutHead() {
        return database.sql("select sequence from publication where log_size is null order by sequence limit 1")
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The publication that listed a certificate first. */
    public OptionalLong listing(Sha256 fingerprint) {
        return database.sql("select sequence from published_certificate where fingerprint = ?")
                .param(fingerprint.bytes())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The number of the last publication whose entries are in the log of the directory. */
    public long logged() {
        return database.sql("select logged_sequence from publication_head where singleton = 1")
                .query(Long.class)
                .single();
    }

    /** The entries up to this publication are in the log; in the transaction that appends them. */
    public void moveLogged(long sequence) {
        int rows = database.sql("update publication_head set logged_sequence = ? where singleton = 1")
                .param(sequence)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the directory has no head");
        }
    }

    /** Stores a publication; one of the same number stays as it is. */
    public void insert(long sequence, SignedPublication publication, Instant now) {
        int rows = database.sql("insert ignore into publication"
                        + " (sequence, octets, classical_signature, post_quantum_signature, sha256, stored_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        sequence,
                        publication.octets().toByteArray(),
                        publication.classicalSignature().toByteArray(),
                        publication.postQuantumSignature().toByteArray(),
                        publication.sha256().bytes(),
                        Columns.of(now))
                .update();
        if (rows == 0 && !digestOf(sequence).equals(Optional.of(publication.sha256()))) {
            throw new IllegalStateException("another publication of the number " + sequence + " is stored");
        }
    }

    /** Locks the head for the rest of the transaction and returns its number. */
    public long lockHead() {
        return database.sql("select sequence from publication_head where singleton = 1 for update")
                .query(Long.class)
                .single();
    }

    /** Moves the head; the caller holds its lock. */
    public void moveHead(long sequence) {
        int rows = database.sql("update publication_head set sequence = ? where singleton = 1 and sequence = ?")
                .params(sequence, sequence - 1)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the head of the directory is not where it was");
        }
    }

    /** Keeps certificates that a publication lists; those that were listed before stay as they are. */
    public void keepCertificates(List<ListedCertificate> listed, long sequence) {
        for (int from = 0; from < listed.size(); from += ROWS_AT_ONCE) {
            keepTogether(listed.subList(from, Math.min(from + ROWS_AT_ONCE, listed.size())), sequence);
        }
    }

    /** One statement for many rows: a circular of keys would otherwise cost thousands of round trips. */
    private void keepTogether(List<ListedCertificate> listed, long sequence) {
        String places = String.join(", ", Collections.nCopies(listed.size(), "(?, ?, ?, ?)"));
        Object[] values = listed.stream()
                .flatMap(one ->
                        Stream.<Object>of(one.der().sha256().bytes(), one.der().toByteArray(), one.owner(), sequence))
                .toArray();
        int rows = database.sql(
                        "insert ignore into published_certificate (fingerprint, der, owner, sequence) values " + places)
                .params(values)
                .update();
        if (rows > listed.size()) {
            throw new IllegalStateException("one row per certificate");
        }
    }

    /**
     * A certificate in a publication.
     *
     * @param der its octets
     * @param owner node id or agency id
     */
    public record ListedCertificate(Octets der, String owner) {}

    /** A certificate by its fingerprint. */
    public Optional<byte[]> certificate(Sha256 fingerprint) {
        return database.sql("select der from published_certificate where fingerprint = ?")
                .param(fingerprint.bytes())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private static SignedPublication publication(ResultSet row) throws SQLException {
        return new SignedPublication(
                Octets.of(row.getBytes(1)), Octets.of(row.getBytes(2)), Octets.of(row.getBytes(3)));
    }
}
