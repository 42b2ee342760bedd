package vn.lienthong.core.directory;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;

/** Reads one snapshot file; equal small values become one object, as there are many of them. */
final class SnapshotReading {

    private final DataInputStream in;
    private final Map<Instant, Instant> times = new HashMap<>();
    private final Map<NodeId, NodeId> nodes = new HashMap<>();
    private final Map<SuiteId, SuiteId> suites = new HashMap<>();
    private final Map<List<SuiteId>, List<SuiteId>> suiteLists = new HashMap<>();

    SnapshotReading(DataInputStream in) {
        this.in = in;
    }

    DirectoryLog log() throws IOException {
        if (in.readLong() != SnapshotFormat.MAGIC) {
            throw new IOException("a snapshot of another version");
        }
        long sequence = in.readLong();
        Sha256 head = sha256();
        Instant publishedAt = timeOrNull();
        SnapshotRebuild rebuild = new SnapshotRebuild();
        for (int i = count(); i > 0; i--) {
            rebuild.add(node());
        }
        for (int i = count(); i > 0; i--) {
            rebuild.add(agency());
        }
        for (int i = count(); i > 0; i--) {
            rebuild.add(new AgencyClosed(code(), time(), successors()));
        }
        for (int i = count(); i > 0; i--) {
            rebuild.add(new CertificateRevoked(sha256(), in.readUTF(), time()));
        }
        if (in.read() >= 0) {
            throw new IOException("octets behind the snapshot");
        }
        return DirectoryLog.restored(sequence, head, publishedAt, rebuild.build());
    }

    private int count() throws IOException {
        int count = in.readInt();
        if (count < 0 || count > SnapshotFormat.MOST) {
            throw new IOException("an impossible number");
        }
        return count;
    }

    private NodeEntry node() throws IOException {
        NodePut put = new NodePut(
                new NodeId(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                octets(),
                octets(),
                Reachability.valueOf(in.readUTF()),
                NodeStatus.valueOf(in.readUTF()),
                Secrecy.valueOf(in.readUTF()));
        List<Sha256> formerSigning = new ArrayList<>();
        for (int i = count(); i > 0; i--) {
            formerSigning.add(sha256());
        }
        Instant revokedAt = timeOrNull();
        return new NodeEntry(
                put,
                put.tlsCertificate().sha256(),
                put.signingCertificate().sha256(),
                formerSigning,
                in.readBoolean() ? logs() : null,
                revokedAt);
    }

    private NodeLogs logs() throws IOException {
        List<PublishedLog> logs = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            logs.add(new PublishedLog(LogPurpose.valueOf(in.readUTF()), in.readUTF(), keys()));
        }
        PublishedWitness witness = in.readBoolean() ? new PublishedWitness(keys(), in.readBoolean()) : null;
        String url = in.readUTF();
        return new NodeLogs(logs, witness, url.isEmpty() ? null : url);
    }

    private List<LogKey> keys() throws IOException {
        List<LogKey> keys = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            keys.add(new LogKey(in.readUTF()));
        }
        return keys;
    }

    private AgencyEntry agency() throws IOException {
        AgencyId id = agencyId();
        Bloc bloc = Bloc.valueOf(in.readUTF());
        String name = in.readUTF();
        List<CodeValidity> codes = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            codes.add(new CodeValidity(code(), time(), timeOrNull()));
        }
        Agency agency = new Agency(id, bloc, name, codes, in.readBoolean() ? agencyId() : null);
        NodeId node = shared(nodes, new NodeId(in.readUTF()));
        List<SuiteId> accepted = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            accepted.add(suite());
        }
        List<AgencyKeys> keys = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            keys.add(agencyKeys());
        }
        return new AgencyEntry(agency, node, shared(suiteLists, List.copyOf(accepted)), keys);
    }

    private AgencyKeys agencyKeys() throws IOException {
        long epoch = in.readLong();
        CertificateRef classical = reference();
        CertificateRef postQuantum = reference();
        List<AgencyKeys.SuiteCertificate> suiteKeys = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            suiteKeys.add(new AgencyKeys.SuiteCertificate(suite(), reference()));
        }
        return new AgencyKeys(epoch, classical, postQuantum, suiteKeys);
    }

    private CertificateRef reference() throws IOException {
        return new CertificateRef(sha256(), time(), time());
    }

    private List<AgencyCode> successors() throws IOException {
        List<AgencyCode> successors = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            successors.add(code());
        }
        return successors;
    }

    private AgencyCode code() throws IOException {
        return new AgencyCode(in.readUTF());
    }

    private SuiteId suite() throws IOException {
        return shared(suites, new SuiteId(in.readUTF()));
    }

    private AgencyId agencyId() throws IOException {
        return new AgencyId(new UUID(in.readLong(), in.readLong()));
    }

    private Sha256 sha256() throws IOException {
        return new Sha256(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    private Octets octets() throws IOException {
        byte[] octets = new byte[Math.clamp(in.readInt(), 0, PublishedCertificate.MAX_OCTETS)];
        in.readFully(octets);
        return Octets.of(octets);
    }

    private Instant time() throws IOException {
        Instant time = timeOrNull();
        if (time == null) {
            throw new IOException("a time is due");
        }
        return time;
    }

    private @Nullable Instant timeOrNull() throws IOException {
        long millis = in.readLong();
        return millis == SnapshotFormat.NEVER ? null : shared(times, Instant.ofEpochMilli(millis));
    }

    private static <T> T shared(Map<T, T> known, T value) {
        T same = known.putIfAbsent(value, value);
        return same == null ? value : same;
    }
}
