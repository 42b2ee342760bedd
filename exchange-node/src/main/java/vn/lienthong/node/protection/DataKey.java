package vn.lienthong.node.protection;

import java.time.Instant;
import java.util.Optional;

/**
 * A data key as one may show it: never its octets.
 *
 * @param purpose what is sealed with it
 * @param version counted from 1
 * @param madeAt when it was drawn
 * @param retiredAt since when nothing more is sealed with it; empty for the present one
 * @param place where the wrapped key lies
 */
public record DataKey(String purpose, int version, Instant madeAt, Optional<Instant> retiredAt, Place place) {

    /** Where wrapped keys lie. */
    public enum Place {
        /** In the table {@code protection_key}: for fields of the database. */
        DATABASE,
        /** In the file {@code secrets/protection-keys}: for files of this data directory. */
        DATA_DIRECTORY
    }
}
