package vn.lienthong.node.directory.internal.client;

import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.internal.watch.AskedTable;
import vn.lienthong.node.directory.internal.watch.OwnWatch;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.NodeKeyRenewal;

/** The public keys whose private halves this node holds. */
final class HeldKeys implements OwnWatch.OwnKeys {

    private final NodeKeyRenewal node;
    private final AgencyKeyStore agencies;

    HeldKeys(NodeKeyRenewal node, AgencyKeyStore agencies) {
        this.node = node;
        this.agencies = agencies;
    }

    @Override
    public boolean isOwnTls(Sha256 publicKey) {
        return is(node.identity().tls(), publicKey);
    }

    @Override
    public boolean isHeld(Object subject, Sha256 publicKey) {
        return subject instanceof AgencyId agency
                ? agencies.epochs(agency).stream().flatMap(HeldKeys::all).anyMatch(key -> is(key, publicKey))
                : isOwnTls(publicKey) || is(node.identity().signing(), publicKey);
    }

    /** All keys of an agency's set. */
    static Stream<SigningKey> all(AgencyKeySet keys) {
        return Stream.concat(
                Stream.of(keys.signing().classical(), keys.signing().postQuantum()), keys.sealing().values().stream());
    }

    private static boolean is(SigningKey key, Sha256 publicKey) {
        X509Certificate certificate = key.certificate();
        return AskedTable.of(certificate.getPublicKey()).equals(publicKey);
    }
}
