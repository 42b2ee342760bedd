package vn.lienthong.node.keys;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.key.SigningKey;

/** The node's own keys on disk: one file per set of certificates, named after the node, the newest counts. */
public final class NodeKeyFiles {

    private static final Pattern NAME = Pattern.compile("node-([a-z][a-z0-9-]{1,39})-([0-9]{1,9})");
    private static final String PENDING = "pending-node";
    private static final String TLS = "tls";
    private static final String SIGNING = "signing";

    private final KeyVault vault;

    /** Works on this vault. */
    public NodeKeyFiles(KeyVault vault) {
        this.vault = vault;
    }

    /**
     * Two keys without a name yet.
     *
     * @param tls for connections
     * @param signing for parcels and evidence
     */
    public record KeyPairOfNode(SigningKey tls, SigningKey signing) {}

    private record Found(String name, NodeId node, int number) {}

    /**
     * The identity in use; empty before the enrolment.
     *
     * @throws IOException if a file is damaged
     */
    public Optional<NodeIdentity> read(X509Certificate authority) throws IOException {
        Optional<Found> newest = newest();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        KeyPairOfNode keys =
                pair(newest.get().name()).orElseThrow(() -> new IOException("the node's key file is incomplete"));
        return Optional.of(new NodeIdentity(newest.get().node(), keys.tls(), keys.signing(), authority));
    }

    /**
     * Makes an identity the one in use; the keys before are destroyed.
     *
     * @throws IOException if it could not be made durable
     */
    public void write(NodeIdentity identity) throws IOException {
        List<Found> before = all();
        int number = before.stream().mapToInt(Found::number).max().orElse(0) + 1;
        vault.write(
                "node-" + identity.nodeId() + "-" + number, Map.of(TLS, identity.tls(), SIGNING, identity.signing()));
        vault.delete(PENDING);
        for (Found old : before) {
            vault.delete(old.name());
        }
    }

    /**
     * Keys that were made but not yet certified.
     *
     * @throws IOException if the file is damaged
     */
    public Optional<KeyPairOfNode> pending() throws IOException {
        return pair(PENDING);
    }

    /**
     * Keeps keys until the directory has certified them.
     *
     * @throws IOException if they could not be made durable
     */
    public void keepPending(KeyPairOfNode keys) throws IOException {
        vault.write(PENDING, Map.of(TLS, keys.tls(), SIGNING, keys.signing()));
    }

    private Optional<KeyPairOfNode> pair(String name) throws IOException {
        Optional<Map<String, SigningKey>> entries = vault.read(name);
        return entries.flatMap(keys -> Optional.ofNullable(keys.get(TLS))
                .flatMap(
                        tls -> Optional.ofNullable(keys.get(SIGNING)).map(signing -> new KeyPairOfNode(tls, signing))));
    }

    private Optional<Found> newest() throws IOException {
        return all().stream().max(Comparator.comparingInt(Found::number));
    }

    private List<Found> all() throws IOException {
        return vault.names("node-").stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(matcher ->
                        new Found(matcher.group(), new NodeId(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                .toList();
    }
}
