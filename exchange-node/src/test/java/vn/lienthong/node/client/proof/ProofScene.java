package vn.lienthong.node.client.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceIssuer;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.RecipientsManifest;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.asic.AsicPackageWriter;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.certificate.RevokedCertificate;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.timestamp.TimestampAuthority;
import vn.lienthong.crypto.timestamp.TimestampClient;
import vn.lienthong.crypto.timestamp.TimestampOutcome;
import vn.lienthong.crypto.timestamp.TimestampToken;
import vn.lienthong.crypto.timestamp.TimestampTrust;

/** A directory with one node and one agency, real keys, and things that they sign. */
public final class ProofScene {

    /** The agency. */
    public static final AgencyCode SENDER = new AgencyCode("H99.07");

    private static final Instant BEGIN = Instant.parse("2026-11-21T05:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final NodeId NODE = new NodeId("node-a");
    private static final AgencyId AGENCY = new AgencyId(ID);

    private final CertificateAuthority authority;
    private final SigningKey classical;
    private final SigningKey postQuantum;
    private SigningKey node;
    private DualSigningKey agency;
    private long epoch = 1;
    private final List<SignedPublication> publications = new ArrayList<>();

    /** Makes the keys and publishes them. */
    public ProofScene() {
        InstantSource clock = () -> BEGIN;
        SigningKey root = CertificateAuthority.createRoot(new X500Principal("CN=CA"), YEAR.multipliedBy(2), clock);
        authority = new CertificateAuthority(root, clock);
        classical = key(KeyAlgorithm.EC_P384, CertificateProfile.DIRECTORY_SIGNING);
        postQuantum = key(KeyAlgorithm.ML_DSA_87, CertificateProfile.DIRECTORY_SIGNING);
        node = key(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING);
        agency = agencyKeys();
        publish(List.of(nodePut(), agencyPut(), keysPut()));
    }

    private DualSigningKey agencyKeys() {
        return new DualSigningKey(
                key(KeyAlgorithm.EC_P256, CertificateProfile.AGENCY_SIGNING),
                key(KeyAlgorithm.ML_DSA_65, CertificateProfile.AGENCY_SIGNING));
    }

    private SigningKey key(KeyAlgorithm algorithm, CertificateProfile profile) {
        KeyPair pair = KeyAlgorithms.generate(algorithm);
        CertificateOrder order = new CertificateOrder(profile, new X500Principal("CN=" + profile), YEAR);
        return new SigningKey(pair.getPrivate(), List.of(authority.issueFor(pair.getPublic(), order)));
    }

    private DirectoryChange nodePut() {
        KeyPair tls = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.NODE_TLS, new X500Principal("CN=node"), YEAR, List.of("localhost"), List.of());
        return new DirectoryChange.NodePut(
                NODE,
                "Node A",
                "https://127.0.0.1:8444",
                der(authority.issueFor(tls.getPublic(), order)),
                der(node.certificate()),
                Reachability.PUSH,
                NodeStatus.ACTIVE,
                Secrecy.ORDINARY);
    }

    private static DirectoryChange agencyPut() {
        Agency who =
                new Agency(AGENCY, Bloc.GOVERNMENT, "Agency", List.of(new CodeValidity(SENDER, BEGIN, null)), null);
        return new DirectoryChange.AgencyPut(who, NODE, List.of(new SuiteId("LT-1")));
    }

    private DirectoryChange keysPut() {
        KeyPair sealing = KeyAlgorithms.generate(KeyAlgorithm.MLKEM768_X25519);
        CertificateOrder order = new CertificateOrder(CertificateProfile.AGENCY_KEM, new X500Principal("CN=kem"), YEAR);
        SuiteKey suiteKey =
                new SuiteKey(new SuiteId("LT-1"), published(authority.issueFor(sealing.getPublic(), order)));
        return new DirectoryChange.AgencyKeysPut(
                AGENCY,
                epoch,
                published(agency.classical().certificate()),
                published(agency.postQuantum().certificate()),
                List.of(suiteKey));
    }

    private static Octets der(X509Certificate certificate) {
        return Octets.of(Certificates.encode(certificate));
    }

    private static PublishedCertificate published(X509Certificate certificate) {
        return new PublishedCertificate(der(certificate), BEGIN, BEGIN.plus(Duration.ofDays(90)));
    }

    private void publish(List<DirectoryChange> changes) {
        Sha256 before = publications.isEmpty()
                ? Publication.NOTHING_BEFORE
                : publications.getLast().sha256();
        byte[] octets =
                WireFormats.PUBLICATION.encode(new Publication(publications.size() + 1L, before, BEGIN, changes));
        publications.add(new SignedPublication(
                Octets.of(octets),
                Octets.of(DetachedSignature.sign(octets, classical, BEGIN)),
                Octets.of(DetachedSignature.sign(octets, postQuantum, BEGIN))));
    }

    /** Revokes the node's signing certificate from then on. */
    public void revokeNodeCertificate(Instant at) {
        publish(List.of(
                new DirectoryChange.CertificateRevoked(der(node.certificate()).sha256(), "lost", at)));
    }

    /** Lists the log of the node. */
    public void publishLog(NodeLogs logs) {
        publish(List.of(new DirectoryChange.NodeLogsPut(NODE, logs)));
    }

    /** Lists another node, which serves an agency of that bloc, as a witness. */
    public void publishWitness(String id, Bloc bloc, NodeLogs logs) {
        DirectoryChange.NodePut like = (DirectoryChange.NodePut) nodePut();
        NodeId other = new NodeId(id);
        Octets certificate =
                der(key(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING).certificate());
        Agency agencyThere = new Agency(
                new AgencyId(new UUID(ID.getMostSignificantBits(), ID.getLeastSignificantBits() + publications.size())),
                bloc,
                "Agency of " + id,
                List.of(new CodeValidity(new AgencyCode("H98.0" + publications.size()), BEGIN, null)),
                null);
        publish(List.of(
                new DirectoryChange.NodePut(
                        other,
                        "Node " + id,
                        "https://127.0.0.1:" + (9000 + publications.size()),
                        like.tlsCertificate(),
                        certificate,
                        Reachability.PUSH,
                        NodeStatus.ACTIVE,
                        Secrecy.ORDINARY),
                new DirectoryChange.AgencyPut(agencyThere, other, List.of(new SuiteId("LT-1"))),
                new DirectoryChange.NodeLogsPut(other, logs)));
    }

    /** Lists the directory itself with its log. */
    public void publishDirectory(NodeLogs logs) {
        DirectoryChange.NodePut like = (DirectoryChange.NodePut) nodePut();
        NodeId directory = new NodeId("directory");
        publish(List.of(
                new DirectoryChange.NodePut(
                        directory,
                        "Directory",
                        "https://127.0.0.1:8999",
                        like.tlsCertificate(),
                        der(key(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING)
                                .certificate()),
                        Reachability.PUSH,
                        NodeStatus.ACTIVE,
                        Secrecy.ORDINARY),
                new DirectoryChange.NodeLogsPut(directory, logs)));
    }

    /** All that was published. */
    public List<SignedPublication> publications() {
        return List.copyOf(publications);
    }

    /** A time-stamp of the authority's own timestamp service over these octets. */
    public byte[] token(byte[] octets, Instant at) throws IOException {
        TimestampAuthority service = new TimestampAuthority(
                key(KeyAlgorithm.EC_P384, CertificateProfile.TIMESTAMP), "1.3.6.1.4.1.99999.1", () -> at);
        TimestampClient client = new TimestampClient(
                service::answer,
                TimestampTrust.anyPolicy(new TrustAnchor(authority.certificate())),
                Duration.ofMinutes(1),
                () -> at);
        if (client.stamp(Digest.sha256(octets)) instanceof TimestampOutcome.Granted(TimestampToken token)) {
            return token.encoded();
        }
        throw new AssertionError("no token");
    }

    /** The authority's list of revoked certificates: the node's from then on, or nothing. */
    public byte[] revocationList(Optional<Instant> nodeRevoked) {
        return authority.revocationList(
                nodeRevoked.stream()
                        .map(at -> new RevokedCertificate(node.certificate().getSerialNumber(), at))
                        .toList(),
                1,
                Duration.ofDays(7));
    }

    /** The keys of the agency. */
    public DualSigningKey agencyKeysOfNow() {
        return agency;
    }

    /** Publishes a new signing certificate of the node, which signs with it from then on. */
    public void renewNode() {
        node = key(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING);
        publish(List.of(nodePut()));
    }

    /** Publishes new keys of the agency, which signs with them from then on. */
    public void renewAgency() {
        agency = agencyKeys();
        epoch++;
        publish(List.of(keysPut()));
    }

    /** The file that everybody pins. */
    public byte[] anchor() {
        String pem = Certificates.toPem(authority.certificate())
                + Certificates.toPem(classical.certificate())
                + Certificates.toPem(postQuantum.certificate());
        return pem.getBytes(StandardCharsets.US_ASCII);
    }

    /** What the directory answers. */
    public byte[] page() {
        return WireFormats.PUBLICATION_PAGE.encode(new PublicationPage(publications.size(), publications));
    }

    /** What the directory answers, with one signature in the place of the other. */
    public byte[] pageWithOneSignatureTwice() {
        SignedPublication first = publications.getFirst();
        SignedPublication forged =
                new SignedPublication(first.octets(), first.classicalSignature(), first.classicalSignature());
        return WireFormats.PUBLICATION_PAGE.encode(new PublicationPage(1, List.of(forged)));
    }

    /** The directory, verified. */
    public DirectoryRecord directory() throws NotProvenException {
        return DirectoryRecord.verify(anchor(), List.of(page()));
    }

    /** An evidence by the node at that time, with its signature. */
    public byte[][] evidence(Instant time) {
        Evidence evidence = new Evidence(
                new EvidenceId(ID),
                EvidenceEvent.CONTENT_CONSIGNMENT,
                time,
                new EvidenceIssuer(NODE, der(node.certificate()).sha256()),
                new EvidenceSubject(new ParcelId(ID), SENDER, new AgencyCode("A45.01")),
                new EvidenceDigests(Sha256.of(new byte[1]), Sha256.of(new byte[2]), Sha512.of(new byte[3])),
                ClaimLevel.S3_DECRYPTED,
                List.of(),
                null,
                null);
        byte[] octets = WireFormats.EVIDENCE.encode(evidence);
        return new byte[][] {octets, DetachedSignature.sign(octets, node, time)};
    }

    /** The same octets, signed by the node's key of now. */
    public byte[] signatureOfNow(byte[] octets) {
        return DetachedSignature.sign(octets, node, BEGIN);
    }

    /** The same octets, signed by the agency's key instead of the node's. */
    public byte[] signatureOfAnother(byte[] octets) {
        return DetachedSignature.sign(octets, agency.classical(), BEGIN);
    }

    /** A package of the agency that names this sender. */
    public Path signedPackage(Path file, AgencyCode named) throws IOException {
        RecipientsManifest manifest =
                new RecipientsManifest(new ParcelId(ID), named, List.of(new AgencyCode("A45.01")));
        try (OutputStream out = Files.newOutputStream(file);
                AsicPackageWriter writer = new AsicPackageWriter(out, agency, () -> BEGIN.plusSeconds(60))) {
            add(writer, PackageLayout.DOCUMENT, "{}".getBytes(StandardCharsets.UTF_8));
            add(writer, PackageLayout.RECIPIENTS, WireFormats.RECIPIENTS.encode(manifest));
            add(writer, "files/001-Tờ trình.txt", "nội dung".getBytes(StandardCharsets.UTF_8));
            writer.finish();
        }
        return file;
    }

    private static void add(AsicPackageWriter writer, String name, byte[] content) throws IOException {
        writer.addObject(name, "text/plain", new ByteArrayInputStream(content));
    }

    /** A time at which everything is valid. */
    public static Instant soon() {
        return BEGIN.plusSeconds(120);
    }
}
