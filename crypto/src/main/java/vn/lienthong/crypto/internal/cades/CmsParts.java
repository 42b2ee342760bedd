package vn.lienthong.crypto.internal.cades;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;

/**
 * What may vary between two signatures of the profile, besides the signature value; everything else is derived from it.
 *
 * @param signer the signer's certificate
 * @param embedded all certificates, the signer's included, in the order of a DER set
 * @param signingTime the claimed time, whole seconds
 */
record CmsParts(Certificate signer, ASN1Set embedded, Instant signingTime) {

    // SHA-256 of the embedded certificates, an OCTET STRING; identifiers below 2.25 need no registration (X.667)
    private static final ASN1ObjectIdentifier CERTIFICATES_DIGEST =
            new ASN1ObjectIdentifier("2.25.311173096454512847999046339182913662531");
    private static final int MOST_CERTIFICATES = 8;

    static CmsParts ofChain(List<Certificate> chain, Instant time) {
        return new CmsParts(chain.getFirst(), new DERSet(chain.toArray(Certificate[]::new)), time);
    }

    /** Takes the varying parts out of a parsed signature; the caller compares the rebuilt octets afterwards. */
    static CmsParts of(SignedData signedData, Certificate signer) throws IOException {
        ASN1Set certificates = signedData.getCertificates();
        if (certificates == null || certificates.size() > MOST_CERTIFICATES || countOf(signer, certificates) != 1) {
            throw new IOException("the signer's certificate is not embedded exactly once");
        }
        ASN1Set attributes = signerInfo(signedData).getAuthenticatedAttributes();
        for (ASN1Encodable element : attributes) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrType().equals(CMSAttributes.signingTime)) {
                Time time = Time.getInstance(attribute.getAttrValues().getObjectAt(0));
                return new CmsParts(signer, certificates, time.getDate().toInstant());
            }
        }
        throw new IOException("no signing time");
    }

    static SignedData signedData(byte[] cms) throws IOException {
        ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
        return SignedData.getInstance(info.getContent());
    }

    static byte[] signatureValue(SignedData signedData) throws IOException {
        return signerInfo(signedData).getEncryptedDigest().getOctets();
    }

    ASN1Set signedAttributes(SignatureScheme scheme, byte[] messageDigest)
            throws IOException, NoSuchAlgorithmException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signingTime)))));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(messageDigest))));
        ASN1Set signingCertificate = new DERSet(signingCertificate());
        attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, signingCertificate));
        attributes.add(new Attribute(CERTIFICATES_DIGEST, new DERSet(certificatesDigest())));
        return new DERSet(attributes);
    }

    byte[] encode(SignatureScheme scheme, ASN1Set attributes, byte[] value) throws IOException {
        SignerIdentifier identifier = new SignerIdentifier(new IssuerAndSerialNumber(
                signer.getIssuer(), signer.getSerialNumber().getValue()));
        SignerInfo signerInfo = new SignerInfo(
                identifier, scheme.digest(), attributes, scheme.signature(), new DEROctetString(value), (ASN1Set) null);
        SignedData signedData = new SignedData(
                new DERSet(scheme.digest()),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                embedded,
                null,
                new DERSet(signerInfo));
        return new ContentInfo(CMSObjectIdentifiers.signedData, signedData).getEncoded(ASN1Encoding.DER);
    }

    // one identifier only: validators find it odd when the attribute names the issuers as well
    private SigningCertificateV2 signingCertificate() throws IOException, NoSuchAlgorithmException {
        return new SigningCertificateV2(identifierOf(signer));
    }

    private DEROctetString certificatesDigest() throws IOException, NoSuchAlgorithmException {
        byte[] set = embedded.getEncoded(ASN1Encoding.DER);
        return new DEROctetString(MessageDigest.getInstance("SHA-256").digest(set));
    }

    private static ESSCertIDv2 identifierOf(Certificate certificate) throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded(ASN1Encoding.DER));
        GeneralNames issuer = new GeneralNames(new GeneralName(certificate.getIssuer()));
        return new ESSCertIDv2(digest, new IssuerSerial(issuer, certificate.getSerialNumber()));
    }

    private static SignerInfo signerInfo(SignedData signedData) throws IOException {
        ASN1Set signers = signedData.getSignerInfos();
        if (signers.size() != 1) {
            throw new IOException("not exactly one signer");
        }
        return SignerInfo.getInstance(signers.getObjectAt(0));
    }

    private static int countOf(Certificate signer, ASN1Set certificates) {
        int count = 0;
        for (ASN1Encodable element : certificates) {
            count += Certificate.getInstance(element).equals(signer) ? 1 : 0;
        }
        return count;
    }
}
