package vn.lienthong.crypto.internal.key;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;

/**
 * How a key in a token stands in a key file: as PKCS#8 of an algorithm of our own, which holds the label and, for composite
 * keys, the half that is not in the token. Other tools see a key of an unknown kind.
 */
final class KeyReferences {

    /** A key in a token: below the arc of the exchange (a random UUID, ITU-T X.667). */
    private static final ASN1ObjectIdentifier IN_TOKEN =
            new ASN1ObjectIdentifier("2.25.92586662898087678041790687790845011010.3.1");

    private static final int ALONE = 2;
    private static final int COMPOSITE = 3;

    private KeyReferences() {}

    /** Whether it is a reference. */
    static boolean isReference(PrivateKeyInfo info) {
        return IN_TOKEN.equals(info.getPrivateKeyAlgorithm().getAlgorithm());
    }

    /** Writes a key in a token as a reference, any other key as it encodes itself. */
    static byte[] encode(PrivateKey key) throws IOException {
        return switch (key) {
            case TokenPrivateKey token -> encode(name(token.algorithm()), label(token));
            case HybridPrivateKey hybrid ->
                encode(
                        name(hybrid.algorithm()),
                        new DERSequence(
                                label(hybrid.classical()),
                                name(hybrid.classical().algorithm())),
                        new DEROctetString(hybrid.postQuantum().getEncoded()));
            default -> {
                byte[] encoded = key.getEncoded();
                if (encoded == null) {
                    throw new IOException("a key that cannot be written to a file");
                }
                yield encoded;
            }
        };
    }

    private static byte[] encode(org.bouncycastle.asn1.ASN1Encodable... parts) throws IOException {
        return new PrivateKeyInfo(new AlgorithmIdentifier(IN_TOKEN), new DERSequence(parts)).getEncoded();
    }

    private static DERUTF8String name(KeyAlgorithm algorithm) {
        return new DERUTF8String(algorithm.name());
    }

    private static DERUTF8String label(TokenPrivateKey key) {
        return new DERUTF8String(key.label());
    }

    /** Reads a reference; the key does nothing until it is bound to its token. */
    static PrivateKey decode(PrivateKeyInfo info) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(info.parsePrivateKey());
        KeyAlgorithm algorithm = algorithm(parts, 0);
        return switch (parts.size()) {
            case ALONE -> new TokenPrivateKey(text(parts, 1), algorithm, Unbound.INSTANCE);
            case COMPOSITE -> {
                ASN1Sequence half = ASN1Sequence.getInstance(parts.getObjectAt(1));
                byte[] postQuantum =
                        ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
                yield new HybridPrivateKey(
                        algorithm,
                        KeyCodec.privateKey(postQuantum),
                        new TokenPrivateKey(text(half, 0), algorithm(half, 1), Unbound.INSTANCE));
            }
            default -> throw new IOException("not a reference to a key");
        };
    }

    private static KeyAlgorithm algorithm(ASN1Sequence parts, int at) {
        return KeyAlgorithm.valueOf(text(parts, at));
    }

    private static String text(ASN1Sequence parts, int at) {
        return ASN1UTF8String.getInstance(parts.getObjectAt(at)).getString();
    }

    /** Until a token is known. */
    private enum Unbound implements RemoteKeys {
        INSTANCE;

        @Override
        public byte[] sign(String label, KeyAlgorithm algorithm, String signature, byte[] message) {
            throw away(label);
        }

        @Override
        public byte[] agree(String label, PublicKey peer) {
            throw away(label);
        }

        private static KeyAwayException away(String label) {
            return new KeyAwayException(
                    new TokenException(TokenFault.NOT_CONFIGURED, "the key " + label + " is in a token"));
        }
    }
}
