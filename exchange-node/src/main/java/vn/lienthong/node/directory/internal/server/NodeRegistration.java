package vn.lienthong.node.directory.internal.server;

import java.net.URI;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.EnrolmentRequest;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.NodeCertificates;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.RenewalRequest;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentToken;
import vn.lienthong.node.directory.internal.server.PublicationLog.Draft;
import vn.lienthong.node.directory.internal.server.TokenTable.StoredToken;
import vn.lienthong.node.gateway.ProblemException;

/** How nodes come into the directory: announced with a token, enrolled with it once, renewed by themselves. */
final class NodeRegistration {

    /** The directory itself; a node of this name cannot be announced. */
    static final NodeId DIRECTORY = new NodeId("directory");

    private static final Logger LOG = LoggerFactory.getLogger(NodeRegistration.class);
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(24);
    private static final Set<KeyAlgorithm> NODE_KEYS = Set.of(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P384);

    private final PublicationLog log;
    private final TokenTable tokens;
    private final AnnouncedAgencies announced;
    private final DirectoryAuthority authority;
    private final TimeOrderedIds ids;
    private final SecureRandom random;
    private final InstantSource clock;

    NodeRegistration(
            PublicationLog log,
            TokenTable tokens,
            AnnouncedAgencies announced,
            DirectoryAuthority authority,
            TimeOrderedIds ids,
            SecureRandom random,
            InstantSource clock) {
        this.log = log;
        this.tokens = tokens;
        this.announced = announced;
        this.authority = authority;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A token for a node.
     *
     * @param text the token, shown once
     * @param expiresAt until when it is good
     */
    record Announced(String text, Instant expiresAt) {

        @Override
        public String toString() {
            return "Announced[" + expiresAt + "]";
        }
    }

    /** Makes a token for a node that is not listed yet, or that lost its keys: enrolling replaces its certificates. */
    Announced announce(NodeId node, String name) {
        if (node.equals(DIRECTORY)) {
            throw new ProblemException(ErrorCode.DIRECTORY_CONFLICT);
        }
        byte[] secret = new byte[EnrolmentToken.SECRET];
        random.nextBytes(secret);
        Instant now = clock.instant();
        EnrolmentToken token = new EnrolmentToken(
                ids.next(), Octets.of(secret), authority.anchor().sha256());
        Instant expiresAt = now.plus(TOKEN_VALIDITY);
        StoredToken.Use unused = new StoredToken.Use(null, null);
        tokens.insert(new StoredToken(token.tokenId(), Sha256.of(secret), node, name, expiresAt, unused), now);
        return new Announced(token.text(), expiresAt);
    }

    /** Spends a token and publishes the node. The same request again gets the same answer, so a lost answer does no harm. */
    NodeCertificates enrol(EnrolmentRequest request) {
        UUID tokenId = CanonicalUuid.parse(request.tokenId()).orElseThrow(() -> refused("unknown token"));
        URI address = HostNames.exchangeUrl(request.exchangeUrl())
                .orElseThrow(() -> new ProblemException(ErrorCode.FIELD_INVALID));
        PublicKey tls = CertificateRequests.proved(request.tlsRequest().toByteArray(), NODE_KEYS);
        PublicKey signing = CertificateRequests.proved(request.signingRequest().toByteArray(), NODE_KEYS);
        if (!CertificateRequests.ofKind(request.tlsRequest().toByteArray(), authority.training())
                || !CertificateRequests.ofKind(request.signingRequest().toByteArray(), authority.training())) {
            throw refused("one is for training and the other is not, token " + tokenId);
        }
        return log.append((current, now) -> {
            StoredToken token = tokens.lock(tokenId).orElseThrow(() -> refused("unknown token"));
            if (!MessageDigest.isEqual(
                    token.secret().bytes(), request.secret().sha256().bytes())) {
                throw refused("wrong secret for token " + tokenId);
            }
            Sha256 asked = Sha256.ofParts(tls.getEncoded(), signing.getEncoded());
            if (token.use().spentAt() != null) {
                return repeated(current, token, asked);
            }
            if (!now.isBefore(token.expiresAt())) {
                throw refused("expired token " + tokenId);
            }
            tokens.spend(tokenId, asked, now);
            Reachability reachability = reachability(request.reachability(), Reachability.PUSH);
            NodePut node = certified(token.node(), token.name(), new Reach(address, reachability), tls, signing);
            LOG.info("node {} enrolled", node.id());
            return new Draft<>(withAgencies(current, node), sequence -> answer(node, sequence));
        });
    }

    /** The node and the agencies that waited for it; one that no longer fits is left out. */
    private List<DirectoryChange> withAgencies(DirectorySnapshot current, NodePut node) {
        List<DirectoryChange> changes = new ArrayList<>(List.of(node));
        for (Agency agency : announced.take(node.id())) {
            changes.add(AgencyAdministration.listed(agency, node.id()));
            if (current.apply(changes) instanceof FoldResult.Inapplicable(int index, String reason)) {
                LOG.warn("announced agency {} is not published: {}", agency.id(), reason);
                changes.removeLast();
            }
        }
        return changes;
    }

    private static Draft<NodeCertificates> repeated(DirectorySnapshot current, StoredToken token, Sha256 asked) {
        if (!asked.equals(token.use().request())) {
            throw refused("token " + token.tokenId() + " used twice");
        }
        NodePut node = current.node(token.node()).map(NodeEntry::node).orElseThrow(() -> refused("node is gone"));
        return new Draft<>(List.of(), sequence -> answer(node, sequence));
    }

    /** Certifies new keys of a listed node, which proved with its old ones who it is. */
    NodeCertificates renew(NodeId node, RenewalRequest request) {
        URI address = HostNames.exchangeUrl(request.exchangeUrl())
                .orElseThrow(() -> new ProblemException(ErrorCode.FIELD_INVALID));
        PublicKey tls = CertificateRequests.proved(request.tlsRequest().toByteArray(), NODE_KEYS);
        PublicKey signing = CertificateRequests.proved(request.signingRequest().toByteArray(), NODE_KEYS);
        return log.append((current, now) -> {
            NodePut before = current.node(node)
                    .filter(entry -> !entry.isRevokedAt(now))
                    .map(NodeEntry::node)
                    .orElseThrow(() -> new ProblemException(ErrorCode.NODE_NOT_AUTHENTICATED));
            Reachability reachability = reachability(request.reachability(), before.reachability());
            NodePut fresh = certified(node, before.name(), new Reach(address, reachability), tls, signing);
            NodePut renewed = new NodePut(
                    node,
                    before.name(),
                    fresh.exchangeUrl(),
                    fresh.tlsCertificate(),
                    fresh.signingCertificate(),
                    fresh.reachability(),
                    before.status(),
                    before.approvedFor());
            LOG.info("node {} renewed its certificates", node);
            return Draft.of(renewed, sequence -> answer(renewed, sequence));
        });
    }

    private record Reach(URI address, Reachability reachability) {}

    private static Reachability reachability(@Nullable String asked, Reachability otherwise) {
        return asked == null ? otherwise : Reachability.valueOf(asked);
    }

    private NodePut certified(NodeId node, String name, Reach reach, PublicKey tls, PublicKey signing) {
        return new NodePut(
                node,
                name,
                reach.address().toString(),
                Octets.of(Certificates.encode(authority.nodeTls(node, tls, reach.address(), List.of()))),
                Octets.of(Certificates.encode(authority.nodeSigning(node, signing))),
                reach.reachability(),
                NodeStatus.ACTIVE,
                Secrecy.ORDINARY);
    }

    private static NodeCertificates answer(NodePut node, long sequence) {
        return new NodeCertificates(
                EnrolmentMessages.VERSION,
                node.id().value(),
                node.tlsCertificate(),
                node.signingCertificate(),
                sequence);
    }

    private static ProblemException refused(String why) {
        LOG.warn("enrolment refused: {}", why);
        return new ProblemException(ErrorCode.ENROLMENT_REFUSED);
    }
}
