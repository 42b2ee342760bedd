package vn.lienthong.node.delivery;

import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.value.Octets;

/**
 * A parcel as it stands at the door: nothing of it has been checked.
 *
 * @param header header octets
 * @param envelope key envelope
 * @param signature outer signature
 * @param segments segment table
 * @param payload where the payload is
 */
public record ArrivedParcel(
        Octets header, Octets envelope, Octets signature, SegmentTable segments, ArrivedPayload payload) {

    /** Where the payload of an arrived parcel is. */
    public sealed interface ArrivedPayload {

        /**
         * In memory, not yet stored.
         *
         * @param octets the ciphertext
         */
        record InMemory(Octets octets) implements ArrivedPayload {}

        /** Complete in the payload store, under the parcel's identifier. */
        record InStore() implements ArrivedPayload {}
    }
}
