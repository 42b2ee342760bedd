package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.RecipientKey;

/**
 * One composite key encapsulation per recipient (draft-ietf-lamps-pq-composite-kem): suites LT-1 and LT-2.
 *
 * @param algorithm the kind of key of the recipients
 */
public record CompositeKemScheme(KeyAlgorithm algorithm) implements KnownKeysScheme {

    @Override
    public byte[] encrypt(byte[] content, List<Recipient> recipients, byte[] attributes)
            throws GeneralSecurityException {
        List<JceKEMRecipientInfoGenerator> generators = new ArrayList<>();
        for (Recipient recipient : recipients) {
            generators.add(KemRecipients.bound(
                    new JceKEMRecipientInfoGenerator(translated(recipient.certificate()), CMSAlgorithm.AES256_WRAP),
                    recipient.keyingMaterial().toByteArray()));
        }
        return EnvelopeBox.encrypt(
                CMSObjectIdentifiers.signedData, content, ASN1Set.getInstance(attributes), generators);
    }

    private static X509Certificate translated(X509Certificate certificate) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(new X509CertificateHolder(Certificates.encode(certificate)));
        } catch (IOException e) {
            throw new GeneralSecurityException("not a certificate", e);
        }
    }

    @Override
    public Box read(byte[] envelope) throws IOException {
        EnvelopeShape shape = EnvelopeShape.parse(envelope, CMSObjectIdentifiers.signedData);
        List<KEMRecipientInfo> recipients = new ArrayList<>();
        for (RecipientInfo recipient : shape.recipients()) {
            recipients.add(KemRecipients.read(recipient));
        }
        return new CompositeBox(
                new KemRecipients(KeyCodec.identifierOf(algorithm).getAlgorithm()),
                shape,
                new DEROctetString(shape.attributes().getEncoded(ASN1Encoding.DER)),
                recipients);
    }

    /**
     * A read envelope.
     *
     * @param mechanism what its recipients have to use
     * @param shape its structure
     * @param encoded its attributes
     * @param recipients its recipients in their order
     */
    private record CompositeBox(
            KemRecipients mechanism, EnvelopeShape shape, ASN1OctetString encoded, List<KEMRecipientInfo> recipients)
            implements Box {

        @Override
        public byte[] attributes() {
            return encoded.getOctets();
        }

        @Override
        public boolean usesOnlyItsAlgorithms() {
            return recipients.stream().allMatch(mechanism::uses);
        }

        @Override
        public List<byte[]> keyingMaterials() {
            return recipients.stream().map(KEMRecipientInfo::getUkm).toList();
        }

        @Override
        public byte[] open(RecipientKey key, byte[] keyingMaterial) throws GeneralSecurityException {
            for (int place = 0; place < recipients.size(); place++) {
                if (Arrays.equals(recipients.get(place).getUkm(), keyingMaterial)) {
                    return EnvelopeBox.open(shape, place, KemRecipients.opener(key));
                }
            }
            throw new GeneralSecurityException("not a recipient");
        }
    }
}
