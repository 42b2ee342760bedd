package vn.lienthong.node.audit.internal;

import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/**
 * The erasable part of an event.
 *
 * @param salt 32 random octets, erased with the rest: without them nobody can try out what the digest stands for
 * @param octets the JSON text
 */
record PrivatePart(Octets salt, Octets octets) {

    /** The digest that the entry carries. */
    Sha256 commitment() {
        return Sha256.ofParts(salt.toByteArray(), octets.toByteArray());
    }
}
