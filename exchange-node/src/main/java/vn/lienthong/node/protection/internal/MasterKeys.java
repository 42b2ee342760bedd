package vn.lienthong.node.protection.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The master keys under which data keys may lie: one in quiet times, two while a rotation or a move of the key is not complete.
 *
 * @param byAge the oldest first
 * @param present the one that the configuration names
 */
record MasterKeys(List<MasterKey> byAge, MasterKey present) {

    Optional<MasterKey> find(String id) {
        return byAge.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The one to which everything is to move: the youngest that is in use already, at least the present one. */
    MasterKey target(Collection<String> inUse) {
        return byAge.reversed().stream()
                .filter(key -> key.id().equals(present.id()) || inUse.contains(key.id()))
                .findFirst()
                .orElse(present);
    }

    MasterKey younger(MasterKey one, MasterKey other) {
        return byAge.indexOf(one) >= byAge.indexOf(other) ? one : other;
    }
}
