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
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/**
 * The outer structure of an AuthEnvelopedData, read strictly: DER only, no parts that the protocol does not have.
 *
 * @param info the structure for BouncyCastle
 * @param recipients the recipients in their order
 * @param attributes the authenticated attributes
 */
record EnvelopeShape(ContentInfo info, List<RecipientInfo> recipients, ASN1Set attributes) {

    private static final int TAG_OCTETS = 16;
    private static final int NONCE_OCTETS = 12;

    /** Reads an envelope whose content is of that type. */
    static EnvelopeShape parse(byte[] envelope, ASN1ObjectIdentifier content) throws IOException {
        ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(envelope));
        demand(CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType()), "not AuthEnvelopedData");
        AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
        demand(isSame(new ContentInfo(info.getContentType(), data), envelope), "not the canonical form");
        demand(data.getOriginatorInfo() == null && data.getUnauthAttrs() == null, "parts that nobody authenticates");
        demand(data.getAuthAttrs() != null, "no authenticated attributes");
        demand(data.getMac().getOctets().length == TAG_OCTETS, "not a tag of 128 bits");
        checkContent(data.getAuthEncryptedContentInfo(), content);
        List<RecipientInfo> recipients = new ArrayList<>();
        for (ASN1Encodable element : data.getRecipientInfos()) {
            recipients.add(RecipientInfo.getInstance(element));
        }
        return new EnvelopeShape(info, recipients, data.getAuthAttrs());
    }

    private static void checkContent(EncryptedContentInfo content, ASN1ObjectIdentifier type) throws IOException {
        demand(type.equals(content.getContentType()), "the content is of another type");
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

    /** The parser overlooks tags and fields that it does not know: what it understood must be all that there was. */
    static boolean isSame(ASN1Object understood, byte[] encoded) throws IOException {
        return Arrays.equals(understood.getEncoded(ASN1Encoding.DER), encoded);
    }

    static void demand(boolean condition, String message) throws IOException {
        if (!condition) {
            throw new IOException(message);
        }
    }
}
