package vn.lienthong.crypto.internal.envelope;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers of the envelope, under an arc made from a random UUID (ITU-T X.667). */
final class EnvelopeObjects {

    private static final ASN1ObjectIdentifier ARC =
            new ASN1ObjectIdentifier("2.25.92586662898087678041790687790845011010");

    /** Content type of the manifest. */
    static final ASN1ObjectIdentifier MANIFEST = ARC.branch("1.1");

    /** Attribute: the suite. */
    static final ASN1ObjectIdentifier SUITE = ARC.branch("2.1");

    /** Attribute: the parcel id. */
    static final ASN1ObjectIdentifier PARCEL = ARC.branch("2.2");

    /** Attribute: SHA-256 of the header. */
    static final ASN1ObjectIdentifier HEADER = ARC.branch("2.3");

    /** Attribute: SHA-256 of the sorted recipient certificate fingerprints. */
    static final ASN1ObjectIdentifier RECIPIENTS = ARC.branch("2.4");

    /** Attribute: SHA-256 of the sorted user keying materials. */
    static final ASN1ObjectIdentifier KEY_LIST = ARC.branch("2.5");

    private EnvelopeObjects() {}
}
