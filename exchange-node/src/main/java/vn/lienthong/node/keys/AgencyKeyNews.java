package vn.lienthong.node.keys;

import java.util.List;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;

/**
 * Private keys of an agency are about to be taken into use or destroyed. Published as an application event before it is done: a
 * listener that throws prevents it.
 *
 * @param what which of the two
 * @param agency whose keys
 * @param epoch which generation
 * @param keys what the keys are for and the fingerprints of their certificates: those that come in, or those that are gone with
 *     this epoch because no other one holds them
 */
public record AgencyKeyNews(What what, AgencyId agency, long epoch, List<Key> keys) {

    /** Copies the list. */
    public AgencyKeyNews {
        keys = List.copyOf(keys);
    }

    /**
     * One key.
     *
     * @param purpose {@code signing} or the suite
     * @param fingerprint of its certificate
     */
    public record Key(String purpose, Sha256 fingerprint) {}

    /** What happens to the keys. */
    public enum What {
        /** They come into use. */
        CREATED,
        /** They are destroyed. */
        DESTROYED
    }
}
