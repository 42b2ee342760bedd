package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.enrolment.Anchor;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.NodeCertificates;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyFiles;
import vn.lienthong.node.keys.NodeKeyFiles.KeyPairOfNode;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.platform.CrashPoints;

/**
 * Renews the node's own certificates before they run out, or when its address has changed.
 *
 * <p>Guarantees: new keys are durable before the directory hears of them; once the directory lists them, they are taken into use
 * even if its answer was lost.
 */
final class NodeCertificateKeeper {

    /** So long before the end of the certificates new ones are asked for. */
    static final Duration RENEW_BEFORE = Duration.ofDays(120);

    private static final Logger LOG = LoggerFactory.getLogger(NodeCertificateKeeper.class);

    private final DirectoryView directory;
    private final NodeKeyRenewal keys;
    private final NodeKeyFiles files;
    private final KeyAdmission admission;
    private final PlaceholderCertificates placeholders;
    private final CrashPoints crashPoints;
    private final InstantSource clock;

    NodeCertificateKeeper(
            DirectoryView directory,
            NodeKeyRenewal keys,
            NodeKeyFiles files,
            KeyAdmission admission,
            PlaceholderCertificates placeholders,
            CrashPoints crashPoints,
            InstantSource clock) {
        this.directory = directory;
        this.keys = keys;
        this.files = files;
        this.admission = admission;
        this.placeholders = placeholders;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    /**
     * Looks after the certificates.
     *
     * @param set where and whether others reach this node as it is set now
     * @return false when something is left to do that could not be done now
     */
    boolean round(OwnReach set) throws InterruptedException {
        try {
            Optional<KeyPairOfNode> pending = files.pending();
            if (pending.isPresent()) {
                finish(pending.get(), set);
            } else if (isDue(set)) {
                KeyPairOfNode fresh = new KeyPairOfNode(
                        placeholders.generate(KeyAlgorithm.EC_P256), placeholders.generate(KeyAlgorithm.EC_P256));
                files.keepPending(fresh);
                crashPoints.reach("node-certificates.made");
                finish(fresh, set);
            }
            return true;
        } catch (IOException e) {
            LOG.warn("the node's certificates are not renewed yet: {}", e.toString());
            return false;
        }
    }

    private boolean isDue(OwnReach set) {
        Instant soon = clock.instant().plus(RENEW_BEFORE);
        NodeIdentity identity = keys.identity();
        boolean old = !soon.isBefore(identity.tls().certificate().getNotAfter().toInstant())
                || !soon.isBefore(identity.signing().certificate().getNotAfter().toInstant());
        boolean moved = listed().filter(node -> !set.isAsListed(node)).isPresent();
        return old || moved;
    }

    private void finish(KeyPairOfNode fresh, OwnReach set) throws IOException, InterruptedException {
        NodePut node = listed().orElseThrow(() -> new IOException("the directory does not list this node"));
        if (!isFor(node.tlsCertificate(), fresh.tls())) {
            String exchangeUrl = set.url().orElseGet(node::exchangeUrl);
            Reachability reachability = set.reachability().orElseGet(node::reachability);
            NodeCertificates certificates = admission.renew(exchangeUrl, reachability, fresh.tls(), fresh.signing());
            crashPoints.reach("node-certificates.published");
            adopt(fresh, certificates.tlsCertificate(), certificates.signingCertificate());
        } else {
            adopt(fresh, node.tlsCertificate(), node.signingCertificate());
        }
    }

    private void adopt(KeyPairOfNode fresh, Octets tls, Octets signing) throws IOException {
        Anchor anchor = admission.anchor();
        NodeIdentity renewed = new NodeIdentity(
                keys.identity().nodeId(),
                Enrolment.certified(fresh.tls(), tls, anchor),
                Enrolment.certified(fresh.signing(), signing, anchor),
                anchor.authority());
        files.write(renewed);
        crashPoints.reach("node-certificates.kept");
        keys.replace(renewed);
        LOG.info("the node's certificates are renewed");
    }

    private Optional<NodePut> listed() {
        return directory.current().node(keys.identity().nodeId()).map(NodeEntry::node);
    }

    private static boolean isFor(Octets der, SigningKey key) {
        try {
            X509Certificate certificate = Certificates.decode(der.toByteArray());
            return Arrays.equals(
                    certificate.getPublicKey().getEncoded(),
                    key.certificate().getPublicKey().getEncoded());
        } catch (CertificateException e) {
            return false;
        }
    }
}
