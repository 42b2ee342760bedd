package vn.lienthong.node.documents;

import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.value.Octets;

/**
 * A parcel as it came, without its payload.
 *
 * @param header what it says
 * @param headerOctets the very octets
 * @param envelope the key envelope
 */
public record ReceivedParcel(ParcelHeader header, Octets headerOctets, Octets envelope) {}
