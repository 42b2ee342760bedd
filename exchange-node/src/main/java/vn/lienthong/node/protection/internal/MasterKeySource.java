package vn.lienthong.node.protection.internal;

import java.util.Optional;
import vn.lienthong.node.protection.MasterKeyState.Origin;

/** A place from which the master key comes. */
interface MasterKeySource {

    Origin origin();

    /** The place in words. */
    String place();

    /** Whether reading finds a key without making one. */
    boolean isLaid();

    /**
     * The keys that are there.
     *
     * @param inUse whether data keys exist already, so that a missing master key may not be drawn
     * @throws vn.lienthong.node.platform.StartRefusedException when none is there or it cannot be read
     */
    MasterKeys read(boolean inUse);

    /** Lays the key for a rotation beside the present one, durably; empty when an administrator must do that and has not. */
    Optional<MasterKey> next();

    /** Everything lies under this key: it becomes the present one where this program can see to that, and older ones are removed. */
    void settle(MasterKey target);
}
