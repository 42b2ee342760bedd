package vn.lienthong.crypto.internal.signature;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.crypto.signature.SignatureCheck.Invalid;
import vn.lienthong.crypto.signature.SignatureCheck.Reason;

/** One signer's part of a CMS signature: how it is made, and everything that is demanded of it. */
final class SignerInfos {

    private static final DigestCalculatorProvider DIGESTS = digests();

    private SignerInfos() {}

    private static DigestCalculatorProvider digests() {
        try {
            return new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("the JDK lacks its hash functions", e);
        }
    }

    static SignerInfoGenerator generator(SigningKey key, Instant signingTime) {
        KeyAlgorithm algorithm = KeyAlgorithms.of(key.certificate().getPublicKey())
                .orElseThrow(() -> new IllegalArgumentException("a signing key of unknown algorithm"));
        try {
            return new JcaSignerInfoGeneratorBuilder(DIGESTS)
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(attributes(key.certificate(), signingTime)))
                    .build(ContentSigners.signer(key.privateKey(), algorithm), key.certificate());
        } catch (OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalArgumentException("the key cannot sign", e);
        }
    }

    private static AttributeTable attributes(X509Certificate certificate, Instant signingTime) {
        ESSCertIDv2 identifier =
                new ESSCertIDv2(Certificates.digest(certificate).toByteArray());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                CMSAttributes.signingTime,
                new DERSet(new Time(Date.from(signingTime.truncatedTo(ChronoUnit.SECONDS))))));
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(identifier))));
        return new AttributeTable(attributes);
    }

    /** Demands that the signers are exactly the expected ones and that every signature holds. */
    static SignatureCheck verify(CMSSignedData signed, ASN1ObjectIdentifier type, List<X509Certificate> expected)
            throws IOException, CMSException {
        if (!type.equals(signed.getSignedContentType())) {
            return new Invalid(Reason.MALFORMED, "not the expected content type");
        }
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() > expected.size()) {
            return new Invalid(Reason.WRONG_SIGNER, signers.size() + " signers instead of " + expected.size());
        }
        Instant latest = Instant.MIN;
        for (X509Certificate certificate : expected) {
            Optional<SignerInformation> signer = find(signers, certificate);
            if (signer.isEmpty()) {
                return absent(signers.size() < expected.size());
            }
            switch (check(signer.orElseThrow(), certificate)) {
                case SignatureCheck.Valid valid -> latest = later(latest, valid.signingTime());
                case Invalid invalid -> {
                    return invalid;
                }
            }
        }
        return new SignatureCheck.Valid(latest);
    }

    private static Invalid absent(boolean fewer) {
        return fewer
                ? new Invalid(Reason.MISSING_SIGNER, "a demanded signer has not signed")
                : new Invalid(Reason.WRONG_SIGNER, "signed by another certificate");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Compares octets, not names: X.500 names that differ in case or string type count as equal. */
    private static Optional<SignerInformation> find(Collection<SignerInformation> signers, X509Certificate certificate)
            throws IOException {
        byte[] id = new IssuerAndSerialNumber(
                        X500Name.getInstance(
                                certificate.getIssuerX500Principal().getEncoded()),
                        certificate.getSerialNumber())
                .getEncoded(ASN1Encoding.DER);
        for (SignerInformation signer : signers) {
            if (Arrays.equals(id, signer.toASN1Structure().getSID().getEncoded(ASN1Encoding.DER))) {
                return Optional.of(signer);
            }
        }
        return Optional.empty();
    }

    private static SignatureCheck check(SignerInformation signer, X509Certificate certificate)
            throws IOException, CMSException {
        if (!algorithmFits(signer, certificate)) {
            return new Invalid(Reason.FORBIDDEN_ALGORITHM, "not the algorithm of the signer's key");
        }
        AttributeTable attributes = signer.getSignedAttributes();
        if (attributes == null || signer.getUnsignedAttributes() != null || signer.getVersion() != 1) {
            return new Invalid(Reason.MALFORMED, "signed attributes are missing or unsigned ones are present");
        }
        if (!namesCertificate(attributes, certificate)) {
            return new Invalid(Reason.WRONG_SIGNER, "the signature names another certificate");
        }
        try {
            X509CertificateHolder holder = new X509CertificateHolder(Certificates.encode(certificate));
            boolean good = signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(KeyCodec.publicKey(holder.getSubjectPublicKeyInfo().getEncoded())));
            return good ? new SignatureCheck.Valid(time(attributes)) : bad();
        } catch (CMSException | OperatorCreationException e) {
            return bad();
        }
    }

    private static Invalid bad() {
        return new Invalid(Reason.BAD_SIGNATURE, "the signature does not belong to this content");
    }

    private static boolean algorithmFits(SignerInformation signer, X509Certificate certificate) {
        return KeyAlgorithms.of(certificate.getPublicKey())
                .map(ContentSigners::signatureName)
                .map(new DefaultSignatureAlgorithmIdentifierFinder()::find)
                .filter(identifier -> identifier.getAlgorithm().getId().equals(signer.getEncryptionAlgOID()))
                .isPresent();
    }

    private static boolean namesCertificate(AttributeTable attributes, X509Certificate certificate) {
        SigningCertificateV2 named =
                SigningCertificateV2.getInstance(single(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2));
        ESSCertIDv2[] identifiers = named.getCerts();
        return identifiers.length == 1
                && NISTObjectIdentifiers.id_sha256.equals(
                        identifiers[0].getHashAlgorithm().getAlgorithm())
                && Digest.of(identifiers[0].getCertHash()).equals(Certificates.digest(certificate));
    }

    private static Instant time(AttributeTable attributes) throws IOException {
        try {
            ASN1Encodable value = single(attributes, CMSAttributes.signingTime);
            return Time.getInstance(value).getDate().toInstant();
        } catch (RuntimeException e) {
            throw new IOException("no signing time", e);
        }
    }

    private static ASN1Encodable single(AttributeTable attributes, ASN1ObjectIdentifier type) {
        ASN1EncodableVector all = attributes.getAll(type);
        if (all.size() != 1 || Attribute.getInstance(all.get(0)).getAttrValues().size() != 1) {
            throw new IllegalArgumentException("not exactly one value of " + type);
        }
        return Attribute.getInstance(all.get(0)).getAttrValues().getObjectAt(0);
    }
}
