package vn.lienthong.core.directory;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;

/**
 * The folded state as a file of this installation, so that a start need not fold all publications again. No format for others: it
 * carries a version and is simply made anew when that changes. Whoever reads it has to know that it is his own, by its digest.
 */
public final class SnapshotFormat {

    static final long MAGIC = 0x4c54_4449_5253_0001L;
    static final long NEVER = Long.MIN_VALUE;
    static final int MOST = 10_000_000;

    private SnapshotFormat() {}

    /** Writes the state; the stream stays open. */
    public static void write(DirectoryLog log, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeLong(MAGIC);
        out.writeLong(log.sequence());
        out.write(log.head().bytes());
        time(out, log.publishedAt());
        DirectorySnapshot snapshot = log.snapshot();
        each(out, snapshot.nodes, SnapshotFormat::node);
        each(out, snapshot.agencies, SnapshotFormat::agency);
        each(out, snapshot.closures, SnapshotFormat::closure);
        each(out, snapshot.revocations, SnapshotFormat::revocation);
        out.flush();
    }

    /**
     * Reads a state.
     *
     * @throws IOException if it was not written by this version, or is damaged
     */
    public static DirectoryLog read(InputStream stream) throws IOException {
        try {
            return new SnapshotReading(new DataInputStream(stream)).log();
        } catch (RuntimeException e) {
            // Whatever a damaged file makes the reader stumble over, it is a file that cannot be used.
            throw new IOException("the snapshot of the directory is damaged", e);
        }
    }

    @FunctionalInterface
    private interface Part<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    private static <K, V> void each(DataOutputStream out, ShardedMap<K, V> map, Part<V> part) throws IOException {
        List<V> values = new ArrayList<>(map.size());
        map.forEach((key, value) -> values.add(value));
        out.writeInt(values.size());
        for (V value : values) {
            part.write(out, value);
        }
    }

    private static void node(DataOutputStream out, NodeEntry entry) throws IOException {
        NodePut put = entry.node();
        out.writeUTF(put.id().value());
        out.writeUTF(put.name());
        out.writeUTF(put.exchangeUrl());
        octets(out, put.tlsCertificate());
        octets(out, put.signingCertificate());
        out.writeUTF(put.reachability().name());
        out.writeUTF(put.status().name());
        out.writeUTF(put.approvedFor().name());
        out.writeInt(entry.formerSigning().size());
        for (Sha256 former : entry.formerSigning()) {
            out.write(former.bytes());
        }
        time(out, entry.revokedAt());
        NodeLogs logs = entry.logs();
        out.writeBoolean(logs != null);
        if (logs != null) {
            logs(out, logs);
        }
    }

    private static void logs(DataOutputStream out, NodeLogs logs) throws IOException {
        out.writeByte(logs.logs().size());
        for (PublishedLog log : logs.logs()) {
            out.writeUTF(log.purpose().name());
            out.writeUTF(log.origin());
            keys(out, log.keys());
        }
        PublishedWitness witness = logs.witness();
        out.writeBoolean(witness != null);
        if (witness != null) {
            keys(out, witness.keys());
            out.writeBoolean(witness.offered());
        }
        String url = logs.url();
        out.writeUTF(url == null ? "" : url);
    }

    private static void keys(DataOutputStream out, List<LogKey> keys) throws IOException {
        out.writeByte(keys.size());
        for (LogKey key : keys) {
            out.writeUTF(key.text());
        }
    }

    private static void agency(DataOutputStream out, AgencyEntry entry) throws IOException {
        Agency agency = entry.agency();
        uuid(out, agency.id().value());
        out.writeUTF(agency.bloc().name());
        out.writeUTF(agency.name());
        out.writeByte(agency.codes().size());
        for (CodeValidity validity : agency.codes()) {
            out.writeUTF(validity.code().value());
            time(out, validity.from());
            time(out, validity.until());
        }
        AgencyId parent = agency.parent();
        out.writeBoolean(parent != null);
        if (parent != null) {
            uuid(out, parent.value());
        }
        out.writeUTF(entry.node().value());
        out.writeByte(entry.suites().size());
        for (SuiteId suite : entry.suites()) {
            out.writeUTF(suite.value());
        }
        out.writeByte(entry.keys().size());
        for (AgencyKeys keys : entry.keys()) {
            keys(out, keys);
        }
    }

    private static void keys(DataOutputStream out, AgencyKeys keys) throws IOException {
        out.writeLong(keys.epoch());
        reference(out, keys.classical());
        reference(out, keys.postQuantum());
        out.writeByte(keys.suiteKeys().size());
        for (AgencyKeys.SuiteCertificate key : keys.suiteKeys()) {
            out.writeUTF(key.suite().value());
            reference(out, key.certificate());
        }
    }

    private static void reference(DataOutputStream out, CertificateRef reference) throws IOException {
        out.write(reference.fingerprint().bytes());
        time(out, reference.notBefore());
        time(out, reference.notAfter());
    }

    private static void closure(DataOutputStream out, AgencyClosed closed) throws IOException {
        out.writeUTF(closed.code().value());
        time(out, closed.at());
        out.writeByte(closed.successors().size());
        for (AgencyCode successor : closed.successors()) {
            out.writeUTF(successor.value());
        }
    }

    private static void revocation(DataOutputStream out, CertificateRevoked revoked) throws IOException {
        out.write(revoked.fingerprint().bytes());
        out.writeUTF(revoked.reason());
        time(out, revoked.at());
    }

    private static void octets(DataOutputStream out, Octets octets) throws IOException {
        out.writeInt(octets.size());
        out.write(octets.toByteArray());
    }

    private static void uuid(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void time(DataOutputStream out, @Nullable Instant time) throws IOException {
        out.writeLong(time == null ? NEVER : time.toEpochMilli());
    }
}
