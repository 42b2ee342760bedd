package vn.lienthong.node.desk.internal.rest;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * The temporary name of a request to send, until the parcel has one.
 *
 * @param value version 7
 */
record RequestId(UUID value) {
    static Optional<RequestId> parse(String text) {
        return CanonicalUuid.parse(text).map(RequestId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
