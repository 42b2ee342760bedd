package vn.lienthong.crypto.internal.cades;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x509.Certificate;
import vn.lienthong.crypto.key.SigningKey;

/**
 * Detached CMS signatures of one signer in the profile CAdES baseline B (ETSI EN 319 122-1): content-type, message-digest,
 * signing-time and signing-certificate-v2, the chain embedded, DER throughout. One more signed attribute holds the digest of the
 * embedded certificates.
 *
 * <p>Guarantees: a checked signature is the only encoding of itself. The checker rebuilds the octets from the few values that
 * may vary and compares; every embedded certificate is bound by the signed attributes. So there is no unsigned room in which
 * something could be changed or hidden. Does not guarantee that the certificate may be trusted: the caller brings it.
 */
public final class CadesSignature {

    /** The largest signature that is looked at, in octets; an ML-DSA chain of three needs about 25 KiB. */
    public static final int LARGEST = 64 * 1024;

    private CadesSignature() {}

    /**
     * Signs content.
     *
     * @param key the signer's key and chain
     * @param content what is signed; it does not become part of the result
     * @param time the claimed signing time; CMS carries whole seconds
     * @return the DER encoding of a CMS ContentInfo
     * @throws GeneralSecurityException when the key cannot sign or is of a kind that is not accepted
     */
    public static byte[] sign(SigningKey key, byte[] content, Instant time) throws GeneralSecurityException {
        SignatureScheme scheme = SignatureScheme.require(key.certificate().getPublicKey());
        try {
            List<Certificate> chain = new ArrayList<>();
            for (X509Certificate certificate : key.chain()) {
                chain.add(Certificate.getInstance(certificate.getEncoded()));
            }
            CmsParts parts = CmsParts.ofChain(chain, time.truncatedTo(ChronoUnit.SECONDS));
            ASN1Set attributes = parts.signedAttributes(scheme, digest(scheme, content));
            byte[] value = RawSignatures.sign(key.privateKey(), scheme, attributes.getEncoded(ASN1Encoding.DER));
            return parts.encode(scheme, attributes, value);
        } catch (IOException e) {
            throw new GeneralSecurityException("the signature could not be encoded", e);
        }
    }

    /**
     * Checks a signature under an expected certificate.
     *
     * @param cms what claims to be a signature; hostile
     * @param content what it should be over
     * @param signer the certificate that must have signed
     * @return the claimed signing time when the signature holds; empty in every other case
     */
    public static Optional<Instant> verify(byte[] cms, byte[] content, X509Certificate signer) {
        if (cms.length > LARGEST) {
            return Optional.empty();
        }
        try {
            return verifyParsed(cms, content, signer);
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // hostile octets make the ASN.1 parser throw undeclared exceptions: every one of them is a refusal
            return Optional.empty();
        }
    }

    private static Optional<Instant> verifyParsed(byte[] cms, byte[] content, X509Certificate signer)
            throws IOException, GeneralSecurityException {
        SignatureScheme scheme = SignatureScheme.require(signer.getPublicKey());
        SignedData signedData = CmsParts.signedData(cms);
        CmsParts parts = CmsParts.of(signedData, encodedOf(signer));
        byte[] value = CmsParts.signatureValue(signedData);
        ASN1Set attributes = parts.signedAttributes(scheme, digest(scheme, content));
        if (!Arrays.equals(cms, parts.encode(scheme, attributes, value))) {
            return Optional.empty();
        }
        byte[] signed = attributes.getEncoded(ASN1Encoding.DER);
        return RawSignatures.verify(signer.getPublicKey(), scheme, signed, value)
                ? Optional.of(parts.signingTime())
                : Optional.empty();
    }

    private static Certificate encodedOf(X509Certificate certificate) throws CertificateEncodingException {
        return Certificate.getInstance(certificate.getEncoded());
    }

    private static byte[] digest(SignatureScheme scheme, byte[] content) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(scheme.digestName()).digest(content);
    }
}
