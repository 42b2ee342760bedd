package vn.lienthong.node.keys;

import java.io.IOException;
import vn.lienthong.core.party.AgencyId;

/**
 * Whoever keeps something that private keys of an agency open. Asked before keys are destroyed: as long as one answers with more than
 * zero they stay.
 */
@FunctionalInterface
public interface KeyDependants {

    /**
     * Moves what is kept away from these keys, as far as that is possible, and says what is left. May be called any number of times,
     * also again after a crash in the middle.
     *
     * @param agency whose keys
     * @param going the keys that are about to be destroyed
     * @return how many things still need them
     * @throws IOException if it cannot be said now: the keys stay
     */
    long release(AgencyId agency, AgencyKeySet going) throws IOException;
}
