package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.suite.SuiteId;

/**
 * What ties an envelope to its parcel and each recipient's key to the envelope (protocol §4.4).
 *
 * @param suite the suite
 * @param parcelId the parcel
 * @param header SHA-256 of the header
 */
record EnvelopeBinding(SuiteId suite, UUID parcelId, Digest header) {

    /** Returns the user keying material of a recipient: SHA-256(binding ‖ certificate). */
    Digest keyingMaterial(X509Certificate recipient) {
        String text = "lt/envelope/1\0" + suite.value() + "\0" + parcelId + "\0";
        return Digest.sha256(
                text.getBytes(StandardCharsets.US_ASCII), header.toByteArray(), Certificates.encode(recipient));
    }

    /** Returns the digest of the recipients' fingerprints, whatever their order. */
    static Digest recipientsDigest(List<X509Certificate> recipients) {
        return sortedDigest(recipients.stream().map(Certificates::digest).toList());
    }

    /** Returns the digest of a set of SHA-256 values, whatever their order. */
    static Digest sortedDigest(Collection<Digest> values) {
        byte[][] sorted = values.stream()
                .map(Digest::toByteArray)
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        return Digest.sha256(sorted);
    }

    /** Returns the authenticated attributes, the additional data of the encryption. */
    AttributeTable attributes(Digest recipientsDigest, Digest keyListDigest) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.signedData));
        attributes.add(attribute(EnvelopeObjects.SUITE, new DERUTF8String(suite.value())));
        attributes.add(attribute(EnvelopeObjects.PARCEL, new DERUTF8String(parcelId.toString())));
        attributes.add(attribute(EnvelopeObjects.HEADER, octets(header)));
        attributes.add(attribute(EnvelopeObjects.RECIPIENTS, octets(recipientsDigest)));
        attributes.add(attribute(EnvelopeObjects.KEY_LIST, octets(keyListDigest)));
        return new AttributeTable(attributes);
    }

    /** Returns whether the attributes are exactly those of this binding, whatever the two digests of recipients. */
    boolean isBoundBy(AttributeTable attributes) throws IOException {
        AttributeTable exact = attributes(
                digest(attributes, EnvelopeObjects.RECIPIENTS), digest(attributes, EnvelopeObjects.KEY_LIST));
        return Arrays.equals(encode(exact), encode(attributes));
    }

    static byte[] encode(AttributeTable attributes) throws IOException {
        return new DERSet(attributes.toASN1EncodableVector()).getEncoded(ASN1Encoding.DER);
    }

    /** Returns the digest in an attribute; throws any runtime exception if there is none. */
    static Digest digest(AttributeTable attributes, ASN1ObjectIdentifier type) {
        ASN1Encodable value = attributes.get(type).getAttrValues().getObjectAt(0);
        return Digest.of(ASN1OctetString.getInstance(value).getOctets());
    }

    private static DEROctetString octets(Digest digest) {
        return new DEROctetString(digest.toByteArray());
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
