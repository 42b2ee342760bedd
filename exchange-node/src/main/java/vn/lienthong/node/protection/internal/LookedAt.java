package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.protection.DataKey;
import vn.lienthong.node.protection.LocalProtection;
import vn.lienthong.node.protection.MasterKeyState.Origin;

/**
 * The protection of a data directory as it was found.
 *
 * @param origin of the master key
 * @param place of the master key
 * @param keys opened; empty when they cannot be, or there are none yet
 * @param refusal why they cannot be opened
 */
record LookedAt(Origin origin, String place, Optional<LocalKeys> keys, Optional<String> refusal)
        implements LocalProtection.Look {

    @Override
    public List<DataKey> dataKeys() {
        return keys.map(opened -> KeyRing.dataKeys(opened.ring().rows()).stream()
                        .map(key -> key.shown(DataKey.Place.DATA_DIRECTORY))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<Secret> secret(String name) {
        try {
            return keys.isPresent() ? keys.get().files(CrashPoints.none()).peek(name) : Optional.empty();
        } catch (IOException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }
}
