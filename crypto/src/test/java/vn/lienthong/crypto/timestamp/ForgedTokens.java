package vn.lienthong.crypto.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.asic.TestAuthority;
import vn.lienthong.crypto.key.SigningKey;

/** Tokens by signers that no honest generator would let sign. */
final class ForgedTokens {

    private ForgedTokens() {}

    static byte[] token(SigningKey key, Digest imprint, String policy) {
        try {
            TSTInfo info = new TSTInfo(
                    new ASN1ObjectIdentifier(policy),
                    new MessageImprint(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), imprint.toByteArray()),
                    new ASN1Integer(BigInteger.TEN),
                    new DERGeneralizedTime(Date.from(TestAuthority.NOW)),
                    null,
                    null,
                    null,
                    null,
                    null);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            ESSCertIDv2 identifier = new ESSCertIDv2(
                    Digest.sha256(key.certificate().getEncoded()).toByteArray());
            Attribute attribute = new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(identifier)));
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(attribute))))
                            .build(signer(key.privateKey()), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()), true)
                    .getEncoded();
        } catch (IOException | CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static org.bouncycastle.operator.ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(new BouncyCastleProvider())
                .build(key);
    }
}
