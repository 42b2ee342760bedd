package vn.lienthong.crypto.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.key.SigningKey;

/**
 * The keys of one person: one that shares are sealed to, and two that sign.
 *
 * <p>Their certificates only name the person: they were issued by an authority that was thrown away at once. Who trusts them does so
 * because an agency vouches for them, for example by its signature over the package in which they stand.
 *
 * @param recipient composite ML-KEM-1024 with ECDH P-384
 * @param signing EC P-384 and ML-DSA-87
 */
public record PersonalKeySet(RecipientKey recipient, DualSigningKey signing) {

    private static final Duration VALIDITY = Duration.ofDays(5 * 365);
    private static final X500Principal NOBODY = new X500Principal("CN=personal keys");
    private static final int KEYS = 3;
    private static final int MAX_KEY = 16 << 10;

    /** Makes new keys in the name of a person. */
    public static PersonalKeySet generate(X500Principal person, InstantSource clock) {
        CertificateAuthority once =
                new CertificateAuthority(CertificateAuthority.createRoot(NOBODY, VALIDITY.plusDays(1), clock), clock);
        SigningKey kem = make(once, person, KeyAlgorithm.MLKEM1024_ECDH_P384);
        return new PersonalKeySet(
                new RecipientKey(kem.privateKey(), kem.certificate()),
                new DualSigningKey(
                        make(once, person, KeyAlgorithm.EC_P384), make(once, person, KeyAlgorithm.ML_DSA_87)));
    }

    private static SigningKey make(CertificateAuthority once, X500Principal person, KeyAlgorithm algorithm) {
        KeyPair pair = KeyAlgorithms.generate(algorithm);
        CertificateProfile profile = algorithm == KeyAlgorithm.MLKEM1024_ECDH_P384
                ? CertificateProfile.AGENCY_KEM
                : CertificateProfile.AGENCY_SIGNING;
        X509Certificate certificate = once.issueFor(pair.getPublic(), new CertificateOrder(profile, person, VALIDITY));
        return new SigningKey(pair.getPrivate(), List.of(certificate));
    }

    /** Returns the certificates: for sealing, classical signature, post-quantum signature. */
    public List<X509Certificate> certificates() {
        return List.of(
                recipient.certificate(),
                signing.classical().certificate(),
                signing.postQuantum().certificate());
    }

    /** Returns the private halves; the caller seals and wipes them. */
    public byte[] encode() {
        List<byte[]> keys = List.of(
                recipient.privateKey().getEncoded(),
                signing.classical().privateKey().getEncoded(),
                signing.postQuantum().privateKey().getEncoded());
        ByteBuffer out = ByteBuffer.allocate(
                keys.stream().mapToInt(key -> Integer.BYTES + key.length).sum());
        for (byte[] key : keys) {
            out.putInt(key.length).put(key);
            Arrays.fill(key, (byte) 0);
        }
        return out.array();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param certificates as {@link #certificates} told them
     * @throws IllegalArgumentException when these are not the keys of a person
     */
    public static PersonalKeySet decode(byte[] encoded, List<X509Certificate> certificates) {
        if (certificates.size() != KEYS) {
            throw new IllegalArgumentException("a person has three keys");
        }
        ByteBuffer octets = ByteBuffer.wrap(encoded);
        PrivateKey kem = next(octets);
        PrivateKey classical = next(octets);
        PrivateKey postQuantum = next(octets);
        return new PersonalKeySet(
                new RecipientKey(kem, certificates.getFirst()),
                new DualSigningKey(
                        new SigningKey(classical, List.of(certificates.get(1))),
                        new SigningKey(postQuantum, List.of(certificates.get(2)))));
    }

    private static PrivateKey next(ByteBuffer octets) {
        if (octets.remaining() < Integer.BYTES) {
            throw new IllegalArgumentException("a key is missing");
        }
        int length = octets.getInt();
        if (length < 1 || length > MAX_KEY || length > octets.remaining()) {
            throw new IllegalArgumentException("a key is cut off");
        }
        byte[] key = new byte[length];
        octets.get(key);
        try {
            return KeyCodec.privateKey(key);
        } catch (IOException notAKey) {
            throw new IllegalArgumentException("not a key of a person", notAKey);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Never prints a key. */
    @Override
    public String toString() {
        return "PersonalKeySet[" + recipient.certificate().getSubjectX500Principal() + "]";
    }
}
