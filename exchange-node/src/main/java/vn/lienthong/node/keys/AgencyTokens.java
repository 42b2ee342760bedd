package vn.lienthong.node.keys;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;

/**
 * The token in which the classical halves of the agencies' keys live, if this installation has one: the signing key on P-384 and
 * the P-384 half of the key that opens envelopes of LT-2. Key files then hold the label, the certificate and the other half.
 *
 * <p>Guarantees: labels begin with the name of the node and end with 96 random bits, so that two nodes at one token never share
 * a key; nothing here asks the token before a key is made, used or destroyed.
 */
public final class AgencyTokens {

    private static final Set<KeyAlgorithm> IN_TOKEN = Set.of(KeyAlgorithm.EC_P384, KeyAlgorithm.MLKEM1024_ECDH_P384);
    private static final int RANDOM_OCTETS = 12;

    private final Optional<Token> token;
    private final boolean making;
    private final SecureRandom random = new SecureRandom();

    /**
     * Works with this token.
     *
     * @param token if there is one
     * @param making whether new keys are made in it
     */
    public AgencyTokens(Optional<Token> token, boolean making) {
        this.token = token;
        this.making = making;
    }

    /** Without a token. */
    public static AgencyTokens none() {
        return new AgencyTokens(Optional.empty(), false);
    }

    /** The token. */
    public Optional<Token> token() {
        return token;
    }

    /** Whether new keys of the algorithm are made in the token. */
    public boolean takes(KeyAlgorithm algorithm) {
        return making && token.isPresent() && IN_TOKEN.contains(algorithm);
    }

    /**
     * Makes a key in the token.
     *
     * @param placeholders certify what the token makes until the directory does
     * @throws TokenException when the token does not make it
     */
    SigningKey make(NodeId node, KeyAlgorithm algorithm, PlaceholderCertificates placeholders) throws TokenException {
        Token place = token.orElseThrow();
        String label = label(node, algorithm);
        return algorithm == KeyAlgorithm.EC_P384
                ? placeholders.certify(place.generate(label, algorithm))
                : placeholders.generate(place.generateRecipient(label, algorithm));
    }

    private String label(NodeId node, KeyAlgorithm algorithm) {
        byte[] octets = new byte[RANDOM_OCTETS];
        random.nextBytes(octets);
        String kind = algorithm == KeyAlgorithm.EC_P384 ? "s" : "k";
        return (node.value() + "." + kind + "." + HexFormat.of().formatHex(octets)).toLowerCase(Locale.ROOT);
    }

    /** The same keys, those in the token ready for use whenever it is there. */
    public AgencyKeySet bind(AgencyKeySet keys) {
        if (token.isEmpty()) {
            return keys;
        }
        Token place = token.get();
        Map<SuiteId, SigningKey> sealing = new HashMap<>();
        keys.sealing().forEach((suite, key) -> sealing.put(suite, place.bind(key)));
        DualSigningKey signing = new DualSigningKey(
                place.bind(keys.signing().classical()),
                place.bind(keys.signing().postQuantum()));
        return new AgencyKeySet(keys.agency(), keys.epoch(), signing, sealing);
    }

    /**
     * Destroys what the token holds of these keys and nobody else needs; what is not there any more counts as destroyed.
     *
     * @param others sets that may share keys with this one
     * @throws IOException when the token is away: the file must stay until it is back
     */
    public void destroy(AgencyKeySet keys, List<AgencyKeySet> others) throws IOException {
        List<String> needed =
                others.stream().flatMap(other -> labels(other).stream()).toList();
        for (String label : labels(keys)) {
            if (!needed.contains(label)) {
                destroy(label);
            }
        }
    }

    private void destroy(String label) throws IOException {
        Token place = token.orElseThrow(
                () -> new TokenException(TokenFault.NOT_CONFIGURED, "the key " + label + " is in a token"));
        try {
            place.destroy(label);
        } catch (TokenException e) {
            if (e.fault() != TokenFault.NO_SUCH_KEY) {
                throw e;
            }
        }
    }

    /** The labels of the keys that are in the token. */
    public static List<String> labels(AgencyKeySet keys) {
        return Stream.concat(
                        Stream.of(keys.signing().classical(), keys.signing().postQuantum()),
                        keys.sealing().values().stream())
                .flatMap(key -> Token.labelOf(key).stream())
                .sorted()
                .toList();
    }
}
