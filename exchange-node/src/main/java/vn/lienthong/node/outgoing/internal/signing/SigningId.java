package vn.lienthong.node.outgoing.internal.signing;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * Names a signature that is being made elsewhere.
 *
 * @param value unique for ever
 */
record SigningId(UUID value) {

    /** Reads the canonical form; anything else is nothing. */
    static Optional<SigningId> parse(String text) {
        return CanonicalUuid.parse(text).map(SigningId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
