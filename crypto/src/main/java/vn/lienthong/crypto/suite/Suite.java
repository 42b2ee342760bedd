package vn.lienthong.crypto.suite;

import java.util.Map;
import java.util.Set;
import vn.lienthong.crypto.key.KeyAlgorithm;

/**
 * A fixed set of algorithms under one name. A parcel uses one suite for all its recipients; nothing in it is negotiated.
 *
 * @param id the name on the wire
 * @param scheme how recipients get the key, and which keys they have for that
 * @param classical the signature algorithms allowed for the sender's classical signature
 * @param postQuantum the signature algorithms allowed for the sender's post-quantum signature
 * @param uses when the suite may be used for which protection; a protection that is missing is forbidden
 */
public record Suite(
        SuiteId id,
        EnvelopeScheme scheme,
        Set<KeyAlgorithm> classical,
        Set<KeyAlgorithm> postQuantum,
        Map<Protection, UsePeriod> uses) {

    /** Copies the sets. */
    public Suite {
        classical = Set.copyOf(classical);
        postQuantum = Set.copyOf(postQuantum);
        uses = Map.copyOf(uses);
    }
}
