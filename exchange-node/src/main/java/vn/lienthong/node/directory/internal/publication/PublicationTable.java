package vn.lienthong.node.directory.internal.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/** Publications and the certificates that they list, in the database. */
public final class PublicationTable {

    private final JdbcClient database;

    /** Works on this database. */
    public PublicationTable(JdbcClient database) {
        this.database = database;
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
                        utc(now))
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

    /** Keeps a certificate that a publication lists. */
    public void keepCertificate(Octets der, String owner, long sequence) {
        int rows = database.sql("insert ignore into published_certificate (fingerprint, der, owner, sequence)"
                        + " values (?, ?, ?, ?)")
                .params(der.sha256().bytes(), der.toByteArray(), owner, sequence)
                .update();
        if (rows > 1) {
            throw new IllegalStateException("one certificate, one row");
        }
    }

    /** A certificate by its fingerprint. */
    public Optional<byte[]> certificate(Sha256 fingerprint) {
        return database.sql("select der from published_certificate where fingerprint = ?")
                .param(fingerprint.bytes())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** A time as the database keeps it. */
    public static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static SignedPublication publication(ResultSet row) throws SQLException {
        return new SignedPublication(
                Octets.of(row.getBytes(1)), Octets.of(row.getBytes(2)), Octets.of(row.getBytes(3)));
    }
}
