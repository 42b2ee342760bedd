package vn.lienthong.crypto.suite;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.RecipientKey;

/**
 * How a suite brings the signed manifest of a parcel, and with it the payload's key, to the recipients and to nobody else. This is
 * the place where an algorithm that a nation prescribes is plugged in: see {@link SuiteProvider}.
 *
 * <p>What every scheme has to guarantee: an envelope opens only with the private key of a recipient; whoever changes one octet of
 * content, attributes or a recipient's part that is opened is noticed; the attributes are readable without any key and are
 * authenticated by the same key that decrypts the content; each recipient's part carries the keying material that it was made with
 * and its wrapping key depends on it. Whatever is not exactly of its own form, a scheme refuses by an exception. Thread-safe.
 */
public interface EnvelopeScheme {

    /** Returns the kind of key that recipients have; empty when it is none of the exchange's own. */
    default Optional<KeyAlgorithm> keys() {
        return Optional.empty();
    }

    /** Returns whether recipients may have such a public key. */
    boolean fits(PublicKey key);

    /** Decodes a recipient's public key (SubjectPublicKeyInfo, DER) that came from outside; empty if it is not one of this scheme. */
    Optional<PublicKey> decode(byte[] subjectPublicKeyInfo);

    /** Returns a new key pair for a recipient, from the platform's secure random generator. */
    KeyPair generate();

    /**
     * Counts the recipients without building objects for them, up to one more than the limit: asked before anything else is read of
     * what a stranger sent.
     *
     * @throws IOException if the octets do not begin like an envelope of this scheme
     */
    int countRecipients(byte[] envelope, int most) throws IOException;

    /**
     * Encrypts.
     *
     * @param content the signed manifest, DER
     * @param recipients 1 to 500, each once
     * @param attributes what is authenticated and stays readable, DER of a SET OF Attribute
     * @return the envelope, the only encoding of what it says
     * @throws GeneralSecurityException if a key cannot be used
     */
    byte[] encrypt(byte[] content, List<Recipient> recipients, byte[] attributes) throws GeneralSecurityException;

    /**
     * Reads the outside of an envelope, strictly.
     *
     * @throws IOException if it is not an envelope of this scheme; runtime exceptions count as the same
     */
    Box read(byte[] envelope) throws IOException;

    /**
     * Who shall be able to open.
     *
     * @param certificate of the recipient's key
     * @param keyingMaterial SHA-256 that binds the recipient's part to suite, parcel, header and certificate
     */
    record Recipient(X509Certificate certificate, Digest keyingMaterial) {}

    /** An envelope that was read and not opened. */
    interface Box {

        /** Returns whether every algorithm in it is the one of the scheme. */
        boolean usesOnlyItsAlgorithms();

        /** Returns the keying materials of the recipients, in their order. */
        List<byte[]> keyingMaterials();

        /** Returns the attributes as they were given for encryption. */
        byte[] attributes();

        /**
         * Decrypts the content.
         *
         * @param key of one of the recipients
         * @param keyingMaterial of that recipient
         * @throws GeneralSecurityException if the key does not open it, or something was changed
         * @throws vn.lienthong.crypto.token.KeyAwayException if the key's token does not answer now
         */
        byte[] open(RecipientKey key, byte[] keyingMaterial) throws GeneralSecurityException;
    }
}
