package vn.lienthong.node.documents;

import vn.lienthong.core.document.Document;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha512;

/**
 * A parcel whose payload is complete and durable in the payload store, under the parcel's identifier.
 *
 * @param header what it says
 * @param headerOctets the very octets that are signed
 * @param envelope the key envelope
 * @param signature the outer signature
 * @param segments the segment table of the payload
 * @param packaged digest of the package inside
 * @param document the document inside
 * @param documentOctets {@code document.json} as it stands in the package
 */
public record SealedParcel(
        ParcelHeader header,
        Octets headerOctets,
        Octets envelope,
        Octets signature,
        SegmentTable segments,
        Sha512 packaged,
        Document document,
        Octets documentOctets) {

    /** Returns the digests that evidence about this parcel names. */
    public EvidenceDigests evidenceDigests() {
        return new EvidenceDigests(headerOctets.sha256(), header.payload().sha256(), packaged);
    }
}
