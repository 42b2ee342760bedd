package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.operator.OutputAEADEncryptor;
import vn.lienthong.crypto.internal.BouncyCastle;

/** AuthEnvelopedData (RFC 5083) with AES-256-GCM: what all schemes of the protocol have in common. */
final class EnvelopeBox {

    /** The only encryption of content that recipients take. */
    static final Set<ASN1ObjectIdentifier> CONTENT = Set.of(CMSAlgorithm.AES256_GCM);

    /** Bits of the authentication tag. */
    static final int TAG_BITS = 128;

    private EnvelopeBox() {}

    static byte[] encrypt(
            ASN1ObjectIdentifier type,
            byte[] content,
            ASN1Set attributes,
            List<? extends RecipientInfoGenerator> recipients)
            throws GeneralSecurityException {
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        AttributeTable table = new AttributeTable(attributes);
        generator.setAuthenticatedAttributeGenerator(parameters -> table);
        recipients.forEach(generator::addRecipientInfoGenerator);
        try {
            OutputAEADEncryptor encryptor =
                    (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                            .setProvider(BouncyCastle.PROVIDER)
                            .build();
            return generator
                    .generate(new CMSProcessableByteArray(type, content), encryptor)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | IOException e) {
            throw new GeneralSecurityException("the envelope cannot be sealed", e);
        }
    }

    /** Decrypts what the recipient at that place may open. */
    static byte[] open(EnvelopeShape shape, int place, Recipient recipient) throws GeneralSecurityException {
        try {
            List<RecipientInformation> recipients = List.copyOf(
                    new CMSAuthEnvelopedData(shape.info()).getRecipientInfos().getRecipients());
            if (recipients.size() != shape.recipients().size()) {
                throw new GeneralSecurityException("the recipients cannot be told apart");
            }
            return recipients.get(place).getContent(recipient);
        } catch (CMSException e) {
            throw new GeneralSecurityException("the key does not open it or it was changed", e);
        }
    }
}
