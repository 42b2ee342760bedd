package vn.lienthong.crypto.internal.signature;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.crypto.signature.SignatureCheck.Invalid;
import vn.lienthong.crypto.signature.SignatureCheck.Reason;

/** CMS SignedData with one SignerInfo per demanded signer, detached or with its content. */
public final class CmsSignatures {

    private CmsSignatures() {}

    /** Returns a detached signature over data, with the signers' certificates. */
    public static byte[] sign(byte[] content, List<SigningKey> keys, Instant signingTime) {
        return generate(content, CMSObjectIdentifiers.data, keys, signingTime, false);
    }

    /** Returns a signature that holds its typed content and no certificates: the reader knows them. */
    public static byte[] signEnclosing(
            byte[] content, ASN1ObjectIdentifier type, List<SigningKey> keys, Instant signingTime) {
        return generate(content, type, keys, signingTime, true);
    }

    private static byte[] generate(
            byte[] content, ASN1ObjectIdentifier type, List<SigningKey> keys, Instant signingTime, boolean enclose) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (SigningKey key : keys) {
                generator.addSignerInfoGenerator(SignerInfos.generator(key, signingTime));
                if (!enclose) {
                    byte[] certificate = Certificates.encode(key.certificate());
                    generator.addCertificate(new X509CertificateHolder(certificate));
                }
            }
            CMSSignedData signed = generator.generate(new CMSProcessableByteArray(type, content), enclose);
            return signed.toASN1Structure().getEncoded(ASN1Encoding.DER);
        } catch (CMSException | IOException e) {
            throw new IllegalArgumentException("the key cannot sign", e);
        }
    }

    /** Verifies a detached signature over data; see {@link DetachedSignature#verify}. */
    public static SignatureCheck verify(byte[] content, byte[] signature, List<X509Certificate> expected) {
        if (signature.length > DetachedSignature.MAX_SIZE) {
            return new Invalid(Reason.MALFORMED, "the signature is larger than " + DetachedSignature.MAX_SIZE);
        }
        try {
            ContentInfo info = parse(signature);
            if (SignedData.getInstance(info.getContent()).getEncapContentInfo().getContent() != null) {
                return new Invalid(Reason.MALFORMED, "the signature is not detached");
            }
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), info);
            return verify(signed, CMSObjectIdentifiers.data, expected);
        } catch (RuntimeException | IOException | CMSException e) {
            // hostile bytes: every parse that throws anything is a refusal
            return new Invalid(Reason.MALFORMED, "not a CMS signature");
        }
    }

    /**
     * Verifies a signature that holds its content.
     *
     * @param info from {@link #parse}
     * @throws IOException if a part does not decode
     * @throws CMSException if a part does not decode
     */
    public static SignatureCheck verifyEnclosing(
            ContentInfo info, ASN1ObjectIdentifier type, List<X509Certificate> expected)
            throws IOException, CMSException {
        return verify(new CMSSignedData(info), type, expected);
    }

    private static SignatureCheck verify(
            CMSSignedData signed, ASN1ObjectIdentifier type, List<X509Certificate> expected)
            throws IOException, CMSException {
        SignatureCheck check = SignerInfos.verify(signed, type, expected);
        if (check instanceof SignatureCheck.Valid && !hasOnlyWhatIsNeeded(signed, type, expected)) {
            return new Invalid(Reason.MALFORMED, "the signature carries parts that nobody signed");
        }
        return check;
    }

    /** Nothing in a message may be left to the taste of whoever passed it on. */
    private static boolean hasOnlyWhatIsNeeded(
            CMSSignedData signed, ASN1ObjectIdentifier type, List<X509Certificate> expected) throws IOException {
        int version = CMSObjectIdentifiers.data.equals(type) ? 1 : 3;
        Set<AlgorithmIdentifier> digests = new HashSet<>();
        for (SignerInformation signer : signed.getSignerInfos()) {
            digests.add(signer.getDigestAlgorithmID());
        }
        SignedData data = SignedData.getInstance(signed.toASN1Structure().getContent());
        Set<Digest> known = expected.stream().map(Certificates::digest).collect(Collectors.toSet());
        Set<Digest> certificates = new HashSet<>();
        if (data.getCertificates() != null) {
            // the raw elements: the usual accessor silently leaves out what it does not know
            for (ASN1Encodable element : data.getCertificates()) {
                certificates.add(Digest.sha256(element.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
            }
        }
        return known.containsAll(certificates)
                && signed.getVersion() == version
                && data.getCRLs() == null
                && signed.getDigestAlgorithmIDs().equals(digests);
    }

    /**
     * Reads the outer structure.
     *
     * @throws IOException if the octets are not exactly one SignedData in DER
     */
    public static ContentInfo parse(byte[] encoded) throws IOException {
        ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(encoded));
        SignedData data = SignedData.getInstance(info.getContent());
        for (ASN1Encodable signer : data.getSignerInfos()) {
            demandSame(SignerInfo.getInstance(signer), signer.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        }
        demandSame(new ContentInfo(info.getContentType(), data), encoded);
        if (!CMSObjectIdentifiers.signedData.equals(info.getContentType())) {
            throw new IOException("not SignedData");
        }
        return info;
    }

    /** The parser overlooks tags and fields that it does not know: what it understood must be all that there was. */
    private static void demandSame(ASN1Object understood, byte[] encoded) throws IOException {
        if (!Arrays.equals(understood.getEncoded(ASN1Encoding.DER), encoded)) {
            throw new IOException("not the canonical form");
        }
    }
}
