package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.internal.DirectoryProperties;
import vn.lienthong.node.directory.internal.enrolment.Anchor;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.EnrolmentRequest;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.NodeCertificates;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentToken;
import vn.lienthong.node.directory.internal.enrolment.TrainingMark;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeIdentitySource;
import vn.lienthong.node.keys.NodeKeyFiles;
import vn.lienthong.node.keys.NodeKeyFiles.KeyPairOfNode;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.listener.ListenerProperties;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * A node's identity: from its key files, or at its first start from the directory with the enrolment token.
 *
 * <p>Guarantees: a crash at any step is mended by the next start with the same token.
 */
final class Enrolment implements NodeIdentitySource {

    private final NodeKeyFiles files;
    private final DataDirectory data;
    private final DirectoryProperties properties;
    private final ListenerProperties listener;
    private final PlaceholderCertificates placeholders;
    private final CrashPoints crashPoints;
    private final boolean training;

    Enrolment(
            NodeKeyFiles files,
            DataDirectory data,
            DirectoryProperties properties,
            ListenerProperties listener,
            PlaceholderCertificates placeholders,
            CrashPoints crashPoints,
            boolean training) {
        this.files = files;
        this.data = data;
        this.properties = properties;
        this.listener = listener;
        this.placeholders = placeholders;
        this.crashPoints = crashPoints;
        this.training = training;
    }

    /** Where a node keeps the anchor. */
    static Path anchorFile(DataDirectory data) {
        return data.directory().resolve("anchor.pem");
    }

    /** The anchor that was pinned at enrolment. */
    static Anchor anchor(DataDirectory data) throws IOException {
        try {
            return Anchor.parse(Files.readAllBytes(anchorFile(data)));
        } catch (CertificateException e) {
            throw new StartRefusedException("the file " + anchorFile(data) + " is damaged", e);
        }
    }

    @Override
    public NodeIdentity obtain() throws IOException {
        if (Files.exists(anchorFile(data))) {
            Anchor anchor = anchor(data);
            TrainingMark.check(anchor.authority(), training);
            Optional<NodeIdentity> known = files.read(anchor.authority());
            if (known.isPresent()) {
                return known.get();
            }
        }
        URI directory = Optional.ofNullable(properties.url())
                .orElseThrow(() -> new StartRefusedException(
                        "this node is not enrolled yet: pass --directory and --enrol-token-file"));
        EnrolmentToken token = token();
        try {
            return enrol(directory, token);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("interrupted while enrolling", e);
        } catch (IOException e) {
            throw new StartRefusedException("enrolment at " + directory + " failed: " + e.getMessage(), e);
        }
    }

    private EnrolmentToken token() throws IOException {
        Path file = Optional.ofNullable(properties.tokenFile())
                .orElseThrow(() -> new StartRefusedException(
                        "this node is not enrolled yet: pass --enrol-token-file with the token of the directory"));
        return EnrolmentToken.parse(new SecretFile(file).read().reveal())
                .orElseThrow(() -> new StartRefusedException("the file " + file + " does not hold an enrolment token"));
    }

    private NodeIdentity enrol(URI directory, EnrolmentToken token) throws IOException, InterruptedException {
        Anchor anchor = DirectoryDoor.fetchAnchor(directory, token.anchor());
        TrainingMark.check(anchor.authority(), training);
        Optional<KeyPairOfNode> begun = files.pending();
        KeyPairOfNode keys = begun.isPresent() ? begun.get() : generate();
        crashPoints.reach("enrolment.keys-made");
        NodeCertificates certificates = new DirectoryDoor(directory, anchor).enrol(request(token, keys));
        crashPoints.reach("enrolment.answered");
        NodeIdentity identity = new NodeIdentity(
                new NodeId(certificates.nodeId()),
                certified(keys.tls(), certificates.tlsCertificate(), anchor),
                certified(keys.signing(), certificates.signingCertificate(), anchor),
                anchor.authority());
        pin(anchor);
        crashPoints.reach("enrolment.anchor-pinned");
        files.write(identity);
        crashPoints.reach("enrolment.identity-kept");
        return identity;
    }

    /** The file is complete or absent, also after a loss of power. */
    private void pin(Anchor anchor) throws IOException {
        Path fresh = data.directory().resolve("anchor.pem.new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            DurableFiles.writeFully(channel, anchor.pem().toByteArray());
            channel.force(true);
        }
        Files.move(fresh, anchorFile(data), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(anchorFile(data));
    }

    private KeyPairOfNode generate() throws IOException {
        KeyPairOfNode keys = new KeyPairOfNode(
                placeholders.generate(KeyAlgorithm.EC_P256), placeholders.generate(KeyAlgorithm.EC_P256));
        files.keepPending(keys);
        return keys;
    }

    private EnrolmentRequest request(EnrolmentToken token, KeyPairOfNode keys) {
        return new EnrolmentRequest(
                EnrolmentMessages.VERSION,
                token.tokenId().toString(),
                token.secret(),
                exchangeUrl(properties, listener).toString(),
                Objects.requireNonNullElse(properties.reachability(), Reachability.PUSH)
                        .name(),
                pkcs10(keys.tls(), training),
                pkcs10(keys.signing(), training));
    }

    /** Where others reach this node: as set, else this machine. */
    static URI exchangeUrl(DirectoryProperties properties, ListenerProperties listener) {
        return Optional.ofNullable(properties.exchangeUrl())
                .orElseGet(() -> URI.create("https://localhost:" + listener.exchangePort()));
    }

    /** A certificate request for a key of an installation that the directory knows, in DER. */
    static Octets pkcs10(SigningKey key) {
        return pkcs10(key, false);
    }

    private static Octets pkcs10(SigningKey key, boolean training) {
        return Octets.of(CertificateRequest.create(
                key.privateKey(), key.certificate().getPublicKey(), TrainingMark.request(training)));
    }

    /** The key with the certificate that the directory issued for it. */
    static SigningKey certified(SigningKey key, Octets der, Anchor anchor) throws IOException {
        try {
            X509Certificate certificate = Certificates.decode(der.toByteArray());
            byte[] expected = key.certificate().getPublicKey().getEncoded();
            if (!Arrays.equals(certificate.getPublicKey().getEncoded(), expected)) {
                throw new IOException("the directory certified another key");
            }
            certificate.verify(anchor.authority().getPublicKey());
            return new SigningKey(key.privateKey(), List.of(certificate, anchor.authority()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the directory's certificate cannot be used", e);
        }
    }
}
