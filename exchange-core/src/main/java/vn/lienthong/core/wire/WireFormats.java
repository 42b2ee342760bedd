package vn.lienthong.core.wire;

import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.RecipientsManifest;

/** The codecs of the protocol, one per structure. All are immutable and safe for many threads. */
public final class WireFormats {

    /** The clear routing header of a parcel; at most 64 KiB. */
    public static final JsonCodec<ParcelHeader> PARCEL_HEADER = new JsonCodec<>(
            JsonLimits.ofOctets(ParcelHeader.MAX_OCTETS), HeaderJson::readHeader, HeaderJson::writeHeader);

    /** {@code recipients.json}: the signed list of addressees inside a package. */
    public static final JsonCodec<RecipientsManifest> RECIPIENTS = new JsonCodec<>(
            JsonLimits.ofOctets(ParcelHeader.MAX_OCTETS), HeaderJson::readRecipients, HeaderJson::writeRecipients);

    /** The octets of an evidence, which are signed and logged. */
    public static final JsonCodec<Evidence> EVIDENCE =
            new JsonCodec<>(JsonLimits.ofOctets(Evidence.MAX_OCTETS), EvidenceJson::read, EvidenceJson::write);

    /** An evidence with its signature. */
    public static final JsonCodec<SignedEvidence> SIGNED_EVIDENCE = new JsonCodec<>(
            JsonLimits.ofOctets(128 << 10).withStrings(96 << 10), EvidenceJson::readSigned, EvidenceJson::writeSigned);

    private WireFormats() {}
}
