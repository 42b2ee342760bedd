package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.suite.EnvelopeScheme;

/** A scheme in CMS whose recipients have keys of one of the exchange's own kinds. */
interface KnownKeysScheme extends EnvelopeScheme {

    /** The kind of key of the recipients. */
    KeyAlgorithm algorithm();

    @Override
    default Optional<KeyAlgorithm> keys() {
        return Optional.of(algorithm());
    }

    @Override
    default boolean fits(PublicKey key) {
        return KeyAlgorithms.of(key).filter(algorithm()::equals).isPresent();
    }

    @Override
    default Optional<PublicKey> decode(byte[] subjectPublicKeyInfo) {
        return KeyAlgorithms.decode(subjectPublicKeyInfo).filter(this::fits);
    }

    @Override
    default KeyPair generate() {
        return KeyAlgorithms.generate(algorithm());
    }

    @Override
    default int countRecipients(byte[] envelope, int most) throws IOException {
        return DerScan.countRecipients(envelope, most);
    }
}
