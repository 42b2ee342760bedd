package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.key.KeyAlgorithm;

/**
 * The outer structure of an envelope, read strictly: DER only, no parts that the protocol does not have.
 *
 * @param info the structure for BouncyCastle
 * @param recipients the recipients in their order
 * @param attributes the authenticated attributes
 */
record EnvelopeShape(ContentInfo info, List<KEMRecipientInfo> recipients, AttributeTable attributes) {

    private static final int TAG_OCTETS = 16;
    private static final int NONCE_OCTETS = 12;
    private static final int KEK_OCTETS = 32;

    static EnvelopeShape parse(byte[] envelope) throws IOException {
        ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(envelope));
        demand(CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType()), "not AuthEnvelopedData");
        AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
        demand(isSame(new ContentInfo(info.getContentType(), data), envelope), "not the canonical form");
        demand(data.getOriginatorInfo() == null && data.getUnauthAttrs() == null, "parts that nobody authenticates");
        demand(data.getAuthAttrs() != null, "no authenticated attributes");
        demand(data.getMac().getOctets().length == TAG_OCTETS, "not a tag of 128 bits");
        checkContent(data.getAuthEncryptedContentInfo());
        List<KEMRecipientInfo> recipients = new ArrayList<>();
        for (ASN1Encodable element : data.getRecipientInfos()) {
            recipients.add(recipient(RecipientInfo.getInstance(element)));
        }
        return new EnvelopeShape(info, recipients, new AttributeTable(data.getAuthAttrs()));
    }

    private static void checkContent(EncryptedContentInfo content) throws IOException {
        demand(CMSObjectIdentifiers.signedData.equals(content.getContentType()), "the content is not SignedData");
        demand(content.getEncryptedContent() != null, "no content");
        demand(
                NISTObjectIdentifiers.id_aes256_GCM.equals(
                        content.getContentEncryptionAlgorithm().getAlgorithm()),
                "not AES-256-GCM");
        GCMParameters parameters = GCMParameters.getInstance(
                content.getContentEncryptionAlgorithm().getParameters());
        demand(
                parameters.getIcvLen() == TAG_OCTETS && parameters.getNonce().length == NONCE_OCTETS,
                "not the parameters of AES-256-GCM");
    }

    private static KEMRecipientInfo recipient(RecipientInfo info) throws IOException {
        demand(info.getInfo() instanceof OtherRecipientInfo, "a recipient without key encapsulation");
        OtherRecipientInfo other = OtherRecipientInfo.getInstance(info.getInfo());
        demand(CMSObjectIdentifiers.id_ori_kem.equals(other.getType()), "a recipient without key encapsulation");
        KEMRecipientInfo recipient = KEMRecipientInfo.getInstance(other.getValue());
        byte[] encoded = other.getValue().toASN1Primitive().getEncoded(ASN1Encoding.DER);
        demand(isSame(recipient, encoded), "not the canonical form of a recipient");
        return recipient;
    }

    /** The parser overlooks tags and fields that it does not know: what it understood must be all that there was. */
    private static boolean isSame(ASN1Object understood, byte[] encoded) throws IOException {
        return Arrays.equals(understood.getEncoded(ASN1Encoding.DER), encoded);
    }

    private static void demand(boolean condition, String message) throws IOException {
        if (!condition) {
            throw new IOException(message);
        }
    }

    /** Returns whether every recipient uses exactly the algorithms of the suite. */
    boolean usesOnly(KeyAlgorithm kem) {
        ASN1ObjectIdentifier expected = KeyCodec.identifierOf(kem).getAlgorithm();
        return recipients.stream()
                .allMatch(recipient -> expected.equals(recipient.getKem().getAlgorithm())
                        && PKCSObjectIdentifiers.id_alg_hkdf_with_sha256.equals(
                                recipient.getKdf().getAlgorithm())
                        && NISTObjectIdentifiers.id_aes256_wrap.equals(
                                recipient.getWrap().getAlgorithm())
                        && recipient.getKekLength() == KEK_OCTETS);
    }

    /** Returns the user keying materials, one per recipient. */
    List<Digest> keyingMaterials() throws IOException {
        List<Digest> materials = new ArrayList<>();
        for (KEMRecipientInfo recipient : recipients) {
            byte[] material = recipient.getUkm();
            demand(material != null && material.length == Digest.SHA256_LENGTH, "a recipient without binding");
            materials.add(Digest.of(material));
        }
        return materials;
    }
}
