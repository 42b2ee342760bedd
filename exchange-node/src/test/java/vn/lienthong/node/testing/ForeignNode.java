package vn.lienthong.node.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.ParcelDigests;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.delivery.ArrivedParcel.ArrivedPayload;
import vn.lienthong.node.documents.ParcelSealing;
import vn.lienthong.node.documents.SealOrder;
import vn.lienthong.node.documents.SealedParcel;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.storage.PayloadId;

/**
 * Another node with an agency that sends: everything that it can do honestly, and the means to do it dishonestly.
 *
 * @param identity its keys
 * @param code its agency
 * @param keys the agency's keys
 */
public record ForeignNode(NodeIdentity identity, AgencyCode code, AgencyKeySet keys) {

    private static final Map<TestDirectory, Map<String, ForeignNode>> LISTED =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** Lists a node and an agency that it serves; once, however often a test is run again. */
    public static ForeignNode listed(TestDirectory directory, String node, String code) {
        return LISTED.computeIfAbsent(directory, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(node + "/" + code, _ -> list(directory, node, code));
    }

    private static ForeignNode list(TestDirectory directory, String node, String code) {
        NodeIdentity identity = TestAuthority.identity(new NodeId(node));
        directory.list(identity, "https://localhost:9");
        AgencyCode agency = new AgencyCode(code);
        return new ForeignNode(identity, agency, directory.agency(agency, identity.nodeId()));
    }

    /** Lists a node that is approved for a level, and an agency of it with keys of both suites. */
    public static ForeignNode approved(TestDirectory directory, String node, String code, Secrecy level) {
        ForeignNode known = LISTED.computeIfAbsent(directory, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(node + "/" + code, _ -> strong(directory, node, code));
        directory.approve(known.identity(), level);
        return known;
    }

    private static ForeignNode strong(TestDirectory directory, String node, String code) {
        NodeIdentity identity = TestAuthority.identity(new NodeId(node));
        directory.list(identity, "https://localhost:9");
        AgencyCode agency = new AgencyCode(code);
        return new ForeignNode(identity, agency, directory.strongAgency(agency, identity.nodeId()));
    }

    /** The same node with new certificates, which the directory lists instead of those before. */
    public ForeignNode renewed(TestDirectory directory) {
        NodeIdentity fresh = TestAuthority.identity(nodeId());
        directory.list(fresh, "https://localhost:9");
        return new ForeignNode(fresh, code, keys);
    }

    /** The fingerprint of the certificate with which it signs. */
    public Sha256 signer() {
        return Sha256.of(Certificates.encode(identity.signing().certificate()));
    }

    /** Its name. */
    public NodeId nodeId() {
        return identity.nodeId();
    }

    /**
     * A parcel with its payload.
     *
     * @param sealed all but the payload
     * @param payload the ciphertext
     */
    public record Parcel(SealedParcel sealed, Octets payload) {

        /** Its identity. */
        public ParcelId id() {
            return sealed.header().parcelId();
        }

        /** As it stands at the door. */
        public ArrivedParcel arrived() {
            return arrived(payload.toByteArray());
        }

        /** With another payload. */
        public ArrivedParcel arrived(byte[] other) {
            return new ArrivedParcel(
                    sealed.headerOctets(),
                    sealed.envelope(),
                    sealed.signature(),
                    sealed.segments(),
                    new ArrivedPayload.InMemory(Octets.of(other)));
        }
    }

    /** Seals one file of these octets. */
    public Parcel seal(UUID id, Map<AgencyCode, X509Certificate> recipients, InstantSource clock, byte[] file) {
        Instant now = clock.instant();
        return seal(id, recipients, now, now.plus(Duration.ofDays(7)), file);
    }

    /** Seals one file of these octets, with times of choice. */
    public Parcel seal(
            UUID id, Map<AgencyCode, X509Certificate> recipients, Instant created, Instant expires, byte[] file) {
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(code, "Cơ quan gửi"), "Về việc thử nghiệm")
                .build();
        return seal(order(id, recipients, created, expires, metadata, Urgency.URGENT), Map.of("Tờ trình.bin", file));
    }

    /** Seals a document with files by their names; those that end in {@code .pdf} are said to be such. */
    public Parcel seal(
            UUID id,
            Map<AgencyCode, X509Certificate> recipients,
            InstantSource clock,
            DocumentMetadata metadata,
            Map<String, byte[]> files) {
        Instant now = clock.instant();
        return seal(order(id, recipients, now, now.plus(Duration.ofDays(7)), metadata, metadata.urgency()), files);
    }

    /**
     * A parcel of choice, whatever the rules say.
     *
     * @param suite its algorithms
     * @param protection what the signed manifest says
     * @param level what the signed document says
     * @param approvals the proof of release; empty for none
     */
    public record Regime(Suite suite, Protection protection, Secrecy level, Octets approvals) {

        /** As the rules want it. */
        public static Regime secret(Secrecy level) {
            return new Regime(
                    SuiteRegistry.standard().find(new SuiteId("LT-2")).orElseThrow(),
                    Protection.SECRET,
                    level,
                    Octets.of("{\"v\":1}".getBytes(StandardCharsets.US_ASCII)));
        }

        /** With other approvals. */
        public Regime with(Octets other) {
            return new Regime(suite, protection, level, other);
        }
    }

    /** Seals a document under a regime of choice. */
    public Parcel seal(
            UUID id,
            Map<AgencyCode, X509Certificate> recipients,
            InstantSource clock,
            Regime regime,
            Map<String, byte[]> files) {
        Instant now = clock.instant();
        DocumentMetadata metadata = DocumentMetadata.builder(
                        Organization.of(code, "Cơ quan gửi"), "Về việc cần giữ kín")
                .secrecy(regime.level())
                .build();
        SealOrder order = new SealOrder(
                new ParcelId(id),
                regime.suite(),
                regime.protection(),
                code,
                keys.signing(),
                nodeId(),
                identity.signing(),
                recipients,
                metadata.urgency(),
                now,
                now.plus(Duration.ofDays(7)),
                metadata);
        return seal(order, regime.approvals().toByteArray(), files);
    }

    private SealOrder order(
            UUID id,
            Map<AgencyCode, X509Certificate> recipients,
            Instant created,
            Instant expires,
            DocumentMetadata metadata,
            Urgency urgency) {
        return new SealOrder(
                new ParcelId(id),
                SuiteRegistry.standard().find(new SuiteId("LT-1")).orElseThrow(),
                Protection.ORDINARY,
                code,
                keys.signing(),
                nodeId(),
                identity.signing(),
                recipients,
                urgency,
                created,
                expires,
                metadata);
    }

    private static Parcel seal(SealOrder order, Map<String, byte[]> files) {
        return seal(order, new byte[0], files);
    }

    private static Parcel seal(SealOrder order, byte[] approvals, Map<String, byte[]> files) {
        InMemoryPayloadStore store = new InMemoryPayloadStore(Long.MAX_VALUE, order::createdAt);
        try (ParcelSealing sealing = ParcelSealing.begin(order, store, 0)) {
            if (approvals.length > 0) {
                sealing.addApprovals(approvals);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String type = file.getKey().endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
                sealing.addFile(file.getKey(), type, new ByteArrayInputStream(file.getValue()));
            }
            SealedParcel sealed = sealing.finish();
            PayloadId payload = new PayloadId(order.parcelId().value());
            return new Parcel(sealed, Octets.of(octets(store.open(payload).orElseThrow())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts another header on a parcel and signs the outside anew, as a hostile node can. */
    public ArrivedParcel relabelled(Parcel parcel, ParcelHeader header) {
        byte[] octets = WireFormats.PARCEL_HEADER.encode(header);
        byte[] envelope = parcel.sealed().envelope().toByteArray();
        byte[] input = ParcelDigests.of(octets, envelope, header.payload()).outerSignatureInput();
        return new ArrivedParcel(
                Octets.of(octets),
                parcel.sealed().envelope(),
                Octets.of(DetachedSignature.sign(input, identity.signing(), header.createdAt())),
                parcel.sealed().segments(),
                new ArrivedPayload.InMemory(parcel.payload()));
    }

    private static byte[] octets(SeekableByteChannel channel) throws IOException {
        try (channel) {
            ByteBuffer all = ByteBuffer.allocate((int) channel.size());
            while (all.hasRemaining()) {
                if (channel.read(all) < 0) {
                    throw new IOException("ended early");
                }
            }
            return all.array();
        }
    }
}
