package vn.lienthong.node.directory.internal.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.internal.DirectoryProperties;
import vn.lienthong.node.directory.internal.server.PublicationLog.Draft;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeIdentitySource;
import vn.lienthong.node.keys.NodeKeyFiles;
import vn.lienthong.node.keys.PlaceholderCertificates;

/** The directory as a party of the exchange: it certifies itself and lists its own exchange address, so that nodes find it. */
final class DirectorySelf implements NodeIdentitySource {

    private static final String NAME = "Danh mục trung tâm";
    private static final Duration RENEW_BEFORE = Duration.ofDays(120);
    private static final URI ANY_ADDRESS = URI.create("https://localhost");

    private final DirectoryAuthority authority;
    private final NodeKeyFiles files;
    private final DirectoryProperties properties;
    private final PlaceholderCertificates placeholders;
    private final InstantSource clock;

    DirectorySelf(
            DirectoryAuthority authority,
            NodeKeyFiles files,
            DirectoryProperties properties,
            PlaceholderCertificates placeholders,
            InstantSource clock) {
        this.authority = authority;
        this.files = files;
        this.properties = properties;
        this.placeholders = placeholders;
        this.clock = clock;
    }

    @Override
    public NodeIdentity obtain() throws IOException {
        Optional<NodeIdentity> known = files.read(authority.anchor().authority());
        return known.isPresent() && isFresh(known.get()) ? known.get() : issue();
    }

    private boolean isFresh(NodeIdentity identity) {
        Instant end = identity.tls().certificate().getNotAfter().toInstant();
        return clock.instant().plus(RENEW_BEFORE).isBefore(end);
    }

    private NodeIdentity issue() throws IOException {
        SigningKey tls = placeholders.generate(KeyAlgorithm.EC_P256);
        SigningKey signing = placeholders.generate(KeyAlgorithm.EC_P256);
        URI address = Optional.ofNullable(properties.exchangeUrl()).orElse(ANY_ADDRESS);
        NodeIdentity identity = new NodeIdentity(
                NodeRegistration.DIRECTORY,
                new SigningKey(
                        tls.privateKey(),
                        List.of(
                                authority.nodeTls(
                                        NodeRegistration.DIRECTORY,
                                        tls.certificate().getPublicKey(),
                                        address,
                                        properties.hostNames()),
                                authority.anchor().authority())),
                new SigningKey(
                        signing.privateKey(),
                        List.of(
                                authority.nodeSigning(
                                        NodeRegistration.DIRECTORY,
                                        signing.certificate().getPublicKey()),
                                authority.anchor().authority())),
                authority.anchor().authority());
        files.write(identity);
        return identity;
    }

    /** Publishes address and certificates when the directory does not list them as they are. */
    long list(PublicationLog log, NodeIdentity identity, int exchangePort) {
        URI address = Optional.ofNullable(properties.exchangeUrl())
                .orElseGet(() -> URI.create("https://localhost:" + exchangePort));
        NodePut wanted = new NodePut(
                identity.nodeId(),
                NAME,
                address.toString(),
                Octets.of(Certificates.encode(identity.tls().certificate())),
                Octets.of(Certificates.encode(identity.signing().certificate())),
                Reachability.PUSH,
                NodeStatus.ACTIVE,
                Secrecy.ORDINARY);
        return log.append((current, now) -> {
            boolean listed = current.node(identity.nodeId())
                    .map(NodeEntry::node)
                    .filter(wanted::equals)
                    .isPresent();
            return new Draft<>(listed ? List.of() : List.of(wanted), sequence -> sequence);
        });
    }
}
