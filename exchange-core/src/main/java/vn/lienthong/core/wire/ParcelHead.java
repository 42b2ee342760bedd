package vn.lienthong.core.wire;

import vn.lienthong.core.message.ParcelDigests;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.value.Octets;

/**
 * A parcel without its payload.
 *
 * @param headerOctets the exact octets of the header, which are what is signed
 * @param header what they say
 * @param envelope the key envelope, at most 1 MiB
 * @param signature the outer signature
 * @param segments the table of the payload's segments; agrees with the header
 */
public record ParcelHead(
        Octets headerOctets, ParcelHeader header, Octets envelope, Octets signature, SegmentTable segments) {

    /** The longest key envelope in octets. */
    public static final int MAX_ENVELOPE = 1 << 20;

    /** The longest outer signature in octets: what its length field can say. */
    public static final int MAX_SIGNATURE = 0xFFFF;

    /** Bounds the parts and checks that the table is the one that the header promises. */
    public ParcelHead {
        requireSize(headerOctets, ParcelHeader.MAX_OCTETS);
        requireSize(envelope, MAX_ENVELOPE);
        requireSize(signature, MAX_SIGNATURE);
        if (!header.payload().matches(segments)) {
            throw new IllegalArgumentException("the segment table is not the one that the header promises");
        }
    }

    /** Makes the head of a parcel that is to be sent: encodes the header. */
    public static ParcelHead of(ParcelHeader header, Octets envelope, Octets signature, SegmentTable segments) {
        return new ParcelHead(
                Octets.of(WireFormats.PARCEL_HEADER.encode(header)), header, envelope, signature, segments);
    }

    /** Returns the digests that the outer signature covers. */
    public ParcelDigests digests() {
        return new ParcelDigests(
                headerOctets.sha256(), envelope.sha256(), header.payload().sha256());
    }

    private static void requireSize(Octets octets, int max) {
        if (octets.isEmpty() || octets.size() > max) {
            throw new IllegalArgumentException("a part of a parcel is out of range");
        }
    }
}
