package vn.lienthong.node.protection.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import vn.lienthong.node.protection.MasterKeyState;

/** The master keys in memory, and the one under which everything lies or is about to lie. */
final class MasterKeyHolder implements MasterKeyState {

    private final MasterKeySource source;
    private final AtomicReference<MasterKeys> keys;
    private final AtomicReference<MasterKey> target;

    MasterKeyHolder(MasterKeySource source, boolean inUse) {
        this.source = source;
        MasterKeys read = source.read(inUse);
        this.keys = new AtomicReference<>(read);
        this.target = new AtomicReference<>(read.present());
    }

    MasterKeySource source() {
        return source;
    }

    MasterKey target() {
        return target.get();
    }

    /** The key of that name, looked for where keys come from when it is not known yet. */
    Optional<MasterKey> find(String id) {
        Optional<MasterKey> known = keys.get().find(id);
        return known.isPresent() ? known : reread().find(id);
    }

    private MasterKeys reread() {
        MasterKeys now = source.read(true);
        keys.set(now);
        return now;
    }

    /** These are in use: a younger one than so far becomes the target. */
    void inUse(Collection<String> ids) {
        MasterKeys now = keys.get();
        MasterKey found = now.target(ids);
        target.updateAndGet(before -> now.younger(now.find(before.id()).orElse(before), found));
    }

    /** Everything goes under this key from now on. */
    void moveTo(MasterKey younger) {
        MasterKeys _ = reread();
        target.set(younger);
    }

    @Override
    public Origin origin() {
        return source.origin();
    }

    @Override
    public String place() {
        return source.place();
    }
}
