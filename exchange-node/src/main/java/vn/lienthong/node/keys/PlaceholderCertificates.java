package vn.lienthong.node.keys;

import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenKey;

/**
 * Makes new keys in the form in which key files hold them: with a certificate, which nobody trusts and which is replaced by the
 * directory's. Keys are on disk before the directory hears of them, so that a crash in between loses none.
 */
public final class PlaceholderCertificates {

    private static final X500Principal NAME = new X500Principal("CN=not certified yet");
    private static final Duration VALIDITY = Duration.ofDays(1);

    private final CertificateAuthority nobody;
    private final AgencyTokens tokens;
    private final NodeId node;

    /** Makes an authority that exists only here. All keys are made in memory. */
    public PlaceholderCertificates(InstantSource clock) {
        this(clock, AgencyTokens.none(), new NodeId("nobody"));
    }

    /** Makes an authority that exists only here. Keys that the token takes are made in it, for this node. */
    public PlaceholderCertificates(InstantSource clock, AgencyTokens tokens, NodeId node) {
        this.tokens = tokens;
        this.node = node;
        nobody = new CertificateAuthority(CertificateAuthority.createRoot(NAME, VALIDITY.plusDays(1), clock), clock);
    }

    /**
     * A new key of the algorithm.
     *
     * @throws KeyAwayException when it is to be made in a token that is away
     */
    public SigningKey generate(KeyAlgorithm algorithm) {
        if (makesInToken(algorithm)) {
            try {
                return tokens.make(node, algorithm, this);
            } catch (TokenException e) {
                throw new KeyAwayException(e);
            }
        }
        return placed(KeyAlgorithms.generate(algorithm), profile(algorithm));
    }

    /** Whether {@link #generate(KeyAlgorithm)} makes such a key in a token. */
    public boolean makesInToken(KeyAlgorithm algorithm) {
        return tokens.takes(algorithm);
    }

    private static CertificateProfile profile(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case MLKEM768_X25519, MLKEM1024_ECDH_P384 -> CertificateProfile.AGENCY_KEM;
            default -> CertificateProfile.AGENCY_SIGNING;
        };
    }

    /** A signing key that a token made, in the form of key files. */
    SigningKey certify(TokenKey made) {
        return placed(
                new KeyPair(made.certificate().getPublicKey(), made.privateKey()), CertificateProfile.AGENCY_SIGNING);
    }

    /** A key to which envelopes are sealed, as its suite has made it. */
    public SigningKey generate(KeyPair recipient) {
        return placed(recipient, CertificateProfile.AGENCY_KEM);
    }

    private SigningKey placed(KeyPair pair, CertificateProfile profile) {
        return new SigningKey(
                pair.getPrivate(),
                List.of(nobody.issueFor(pair.getPublic(), new CertificateOrder(profile, NAME, VALIDITY))));
    }
}
