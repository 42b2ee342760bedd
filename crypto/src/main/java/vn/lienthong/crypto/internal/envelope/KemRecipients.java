package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.HybridPrivateKey;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.key.RecipientKey;

/**
 * Recipients with one key encapsulation mechanism: KEMRecipientInfo (RFC 9629) with HKDF-SHA256 and AES-256 key wrap.
 *
 * @param mechanism identifier of the mechanism
 */
record KemRecipients(ASN1ObjectIdentifier mechanism) {

    private static final AlgorithmIdentifier HKDF =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
    private static final int KEK_OCTETS = 32;

    static JceKEMRecipientInfoGenerator bound(JceKEMRecipientInfoGenerator generator, byte[] material) {
        return generator.setProvider(BouncyCastle.PROVIDER).setKDF(HKDF).setUserKeyingMaterial(material);
    }

    static JceKEMRecipientInfoGenerator named(byte[] name, PublicKey key, byte[] material) {
        return bound(new JceKEMRecipientInfoGenerator(name, key, CMSAlgorithm.AES256_WRAP), material);
    }

    static KEMRecipientInfo read(RecipientInfo info) throws IOException {
        EnvelopeShape.demand(info.getInfo() instanceof OtherRecipientInfo, "a recipient without key encapsulation");
        OtherRecipientInfo other = OtherRecipientInfo.getInstance(info.getInfo());
        EnvelopeShape.demand(
                CMSObjectIdentifiers.id_ori_kem.equals(other.getType()), "a recipient without key encapsulation");
        KEMRecipientInfo recipient = KEMRecipientInfo.getInstance(other.getValue());
        byte[] encoded = other.getValue().toASN1Primitive().getEncoded(ASN1Encoding.DER);
        EnvelopeShape.demand(EnvelopeShape.isSame(recipient, encoded), "not the canonical form of a recipient");
        EnvelopeShape.demand(recipient.getUkm() != null, "a recipient without binding");
        return recipient;
    }

    boolean uses(KEMRecipientInfo recipient) {
        return mechanism.equals(recipient.getKem().getAlgorithm())
                && PKCSObjectIdentifiers.id_alg_hkdf_with_sha256.equals(
                        recipient.getKdf().getAlgorithm())
                && NISTObjectIdentifiers.id_aes256_wrap.equals(
                        recipient.getWrap().getAlgorithm())
                && recipient.getKekLength() == KEK_OCTETS;
    }

    static Recipient opener(PrivateKey key) {
        return strict(new JceKEMAuthEnvelopedRecipient(key));
    }

    /** The same for a key of which a part may be in a token. */
    static Recipient opener(RecipientKey key) throws GeneralSecurityException {
        try {
            return key.privateKey() instanceof HybridPrivateKey hybrid
                    ? strict(new HybridRecipient(hybrid, key.certificate().getPublicKey()))
                    : opener(KeyCodec.translate(key.privateKey()));
        } catch (IOException e) {
            throw new GeneralSecurityException("not a key of this scheme", e);
        }
    }

    private static Recipient strict(JceKEMAuthEnvelopedRecipient recipient) {
        recipient.setProvider(BouncyCastle.PROVIDER);
        recipient.setAllowedContentAlgorithms(EnvelopeBox.CONTENT);
        recipient.setMinimumTagSize(EnvelopeBox.TAG_BITS);
        recipient.setKeySizeValidation(true);
        return recipient;
    }
}
