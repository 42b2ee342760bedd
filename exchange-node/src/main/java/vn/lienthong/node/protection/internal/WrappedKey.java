package vn.lienthong.node.protection.internal;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.protection.DataKey;

/**
 * A data key as it lies at rest.
 *
 * @param purpose what is sealed with it
 * @param version counted from 1; 0 for the mark that tells the master key
 * @param master name of the master key that wraps it
 * @param wrapped the key itself
 * @param madeAt when it was drawn
 * @param retiredAt since when nothing more is sealed with it
 */
record WrappedKey(
        String purpose, int version, String master, Octets wrapped, Instant madeAt, Optional<Instant> retiredAt) {

    WrappedKey under(MasterKey other, Octets rewrapped) {
        return new WrappedKey(purpose, version, other.id(), rewrapped, madeAt, retiredAt);
    }

    WrappedKey retired(Instant at) {
        return new WrappedKey(purpose, version, master, wrapped, madeAt, Optional.of(retiredAt.orElse(at)));
    }

    DataKey shown(DataKey.Place place) {
        return new DataKey(purpose, version, madeAt, retiredAt, place);
    }

    boolean same(WrappedKey other) {
        return purpose.equals(other.purpose) && version == other.version;
    }
}
