package vn.lienthong.node.directory.internal.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.RevokedCertificate;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.node.directory.internal.enrolment.Anchor;
import vn.lienthong.node.directory.internal.enrolment.TrainingMark;
import vn.lienthong.node.keys.KeyVault;

/**
 * The keys of the central directory: they issue all certificates and sign all publications. Made at the first start, all three
 * in one file, so that there are all or none.
 */
public final class DirectoryAuthority {

    private static final String FILE = "directory-authority";
    private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(7300);
    private static final Duration SIGNING_VALIDITY = Duration.ofDays(3650);
    private static final Duration NODE_VALIDITY = Duration.ofDays(365);
    private static final Duration AGENCY_VALIDITY = Duration.ofDays(730);

    /** Shorter than any key for envelopes is kept after its time, so that none is sealed to that nobody holds any more. */
    private static final Duration SEALING_VALIDITY = Duration.ofDays(120);

    private final CertificateAuthority authority;
    private final SigningKey classical;
    private final SigningKey postQuantum;
    private final Anchor anchor;
    private final boolean training;

    private DirectoryAuthority(SigningKey root, SigningKey classical, SigningKey postQuantum, InstantSource clock) {
        this.authority = new CertificateAuthority(root, clock);
        this.classical = classical;
        this.postQuantum = postQuantum;
        this.training = TrainingMark.marks(root.certificate().getSubjectX500Principal());
        this.anchor = Anchor.of(root.certificate(), classical.certificate(), postQuantum.certificate());
    }

    /**
     * Reads the keys, or makes them, and leaves {@code anchor.pem} beside them.
     *
     * @param training whether the directory is one for training, which all its certificates say
     * @throws IOException if they cannot be read or written
     * @throws vn.lienthong.node.platform.StartRefusedException if the keys are those of a directory of the other kind
     */
    public static DirectoryAuthority open(KeyVault vault, Path anchorFile, boolean training, InstantSource clock)
            throws IOException {
        Optional<Map<String, SigningKey>> kept = vault.read(FILE);
        Map<String, SigningKey> keys = kept.isPresent() ? kept.get() : create(vault, training, clock);
        TrainingMark.check(key(keys, "root").certificate(), training);
        DirectoryAuthority opened =
                new DirectoryAuthority(key(keys, "root"), key(keys, "classical"), key(keys, "post-quantum"), clock);
        Files.write(anchorFile, opened.anchor.pem().toByteArray());
        return opened;
    }

    private static SigningKey key(Map<String, SigningKey> keys, String name) throws IOException {
        return Optional.ofNullable(keys.get(name))
                .orElseThrow(() -> new IOException("the directory's key file has no key " + name));
    }

    private static Map<String, SigningKey> create(KeyVault vault, boolean training, InstantSource clock)
            throws IOException {
        SigningKey root = CertificateAuthority.createRoot(
                name(training ? "Liên thông TẬP HUẤN" : "Liên thông", "authority", training),
                AUTHORITY_VALIDITY,
                clock);
        CertificateAuthority authority = new CertificateAuthority(root, clock);
        Map<String, SigningKey> keys = new LinkedHashMap<>();
        keys.put("root", root);
        keys.put("classical", signing(authority, KeyAlgorithm.EC_P384, training));
        keys.put("post-quantum", signing(authority, KeyAlgorithm.ML_DSA_87, training));
        vault.write(FILE, keys);
        return keys;
    }

    private static SigningKey signing(CertificateAuthority authority, KeyAlgorithm algorithm, boolean training) {
        KeyPair pair = KeyAlgorithms.generate(algorithm);
        X509Certificate certificate = authority.issueFor(
                pair.getPublic(),
                new CertificateOrder(
                        CertificateProfile.DIRECTORY_SIGNING,
                        name("directory", "directory", training),
                        SIGNING_VALIDITY));
        return new SigningKey(pair.getPrivate(), List.of(certificate, authority.certificate()));
    }

    private static X500Principal name(String commonName, String unit, boolean training) {
        String organisation = TrainingMark.organisation(training);
        return new X500Principal("CN=" + commonName + ",OU=" + unit + ",O=" + organisation + ",C=VN");
    }

    private X500Principal name(String commonName, String unit) {
        return name(commonName, unit, training);
    }

    /** Whether the directory is one for training. */
    boolean training() {
        return training;
    }

    /** What nodes pin. */
    public Anchor anchor() {
        return anchor;
    }

    /** Signs a publication with both keys. */
    public SignedPublication sign(byte[] publication, Instant now) {
        return new SignedPublication(
                Octets.of(publication),
                Octets.of(DetachedSignature.sign(publication, classical, now)),
                Octets.of(DetachedSignature.sign(publication, postQuantum, now)));
    }

    /** Signs a list of what was revoked so far, DER. */
    public byte[] revocationList(List<RevokedCertificate> revoked, long number, Duration untilNext) {
        return authority.revocationList(revoked, number, untilNext);
    }

    /** Issues the certificate of a node's connections: for the host of its address, and for its own machine. */
    public X509Certificate nodeTls(NodeId node, PublicKey key, URI exchangeUrl, List<String> hostNames) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost"));
        Set<String> addresses = new LinkedHashSet<>(List.of("127.0.0.1"));
        for (String host : Stream.concat(hostNames.stream(), Stream.of(exchangeUrl.getHost()))
                .toList()) {
            if (HostNames.isAddress(host)) {
                addresses.add(HostNames.bare(host));
            } else {
                names.add(host);
            }
        }
        return authority.issueFor(
                key,
                new CertificateOrder(
                        CertificateProfile.NODE_TLS,
                        name(node.value(), "node"),
                        NODE_VALIDITY,
                        List.copyOf(names),
                        List.copyOf(addresses)));
    }

    /** Issues the certificate for a node's parcels and evidence. */
    public X509Certificate nodeSigning(NodeId node, PublicKey key) {
        return authority.issueFor(
                key, new CertificateOrder(CertificateProfile.NODE_SIGNING, name(node.value(), "node"), NODE_VALIDITY));
    }

    /** Issues the certificate of the directory's timestamp authority. */
    public X509Certificate timestamp(PublicKey key) {
        return authority.issueFor(
                key,
                new CertificateOrder(CertificateProfile.TIMESTAMP, name("timestamp", "directory"), SIGNING_VALIDITY));
    }

    /** Issues a certificate of an agency. */
    public X509Certificate agency(AgencyId agency, PublicKey key, CertificateProfile profile) {
        return authority.issueFor(
                key,
                new CertificateOrder(
                        profile,
                        name(agency.toString(), "agency"),
                        profile == CertificateProfile.AGENCY_KEM ? SEALING_VALIDITY : AGENCY_VALIDITY));
    }
}
