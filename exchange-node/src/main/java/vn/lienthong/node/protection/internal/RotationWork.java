package vn.lienthong.node.protection.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.protection.DataKey;
import vn.lienthong.node.protection.KeyRotation;
import vn.lienthong.node.protection.ProtectionNews;
import vn.lienthong.node.protection.Resealing;

/**
 * Rotates keys and seals anew in the background.
 *
 * <p>Guarantees: at every moment, also after the process was killed, everything can be opened; an old data key is destroyed only when
 * every {@link Resealing} of its purpose found nothing under it, long after the last process took the new one.
 */
final class RotationWork implements KeyRotation {

    private static final int BATCH = 200;

    private final LocalKeys local;
    private final DatabaseKeys database;
    private final SealedFiles files;
    private final Parts parts;
    private final AtomicLong moved = new AtomicLong();
    private final Set<String> looked = new HashSet<>();

    /**
     * What the work needs besides keys.
     *
     * @param resealings of all tables, asked when they are needed, as they may need keys themselves
     * @param keepRetired how long an old key is kept at least
     * @param news told before something is done
     * @param crash for tests
     * @param clock of the node
     */
    record Parts(
            Supplier<List<Resealing>> resealings,
            Duration keepRetired,
            Consumer<ProtectionNews> news,
            CrashPoints crash,
            InstantSource clock) {}

    RotationWork(LocalKeys local, DatabaseKeys database, Parts parts) {
        this.local = local;
        this.database = database;
        this.files = local.files(parts.crash());
        this.parts = parts;
    }

    @Override
    public synchronized Outcome rotate(What what) {
        return switch (what) {
            case MASTER_KEY -> rotateMaster();
            case DATA_KEYS -> renewDataKeys();
        };
    }

    private Outcome rotateMaster() {
        MasterKeyHolder master = local.master();
        Optional<MasterKey> next = master.source()
                .next()
                .filter(key -> !key.id().equals(master.target().id()));
        if (next.isEmpty()) {
            return new Outcome.Refused(
                    Reason.NO_NEXT_KEY,
                    "lay the new master key beside the present one first, under the name " + master.place()
                            + OutsideSource.NEXT + ", with the same owner and mode");
        }
        parts.crash().reach("protection.next-durable");
        parts.news().accept(new ProtectionNews(ProtectionNews.What.MASTER_KEY_ROTATED, master.place()));
        master.moveTo(next.get());
        database.settle(local, parts.crash());
        return new Outcome.Begun(now());
    }

    private Outcome renewDataKeys() {
        if (now().underWay()) {
            return new Outcome.Refused(
                    Reason.UNDER_WAY, "the data keys were renewed before and some secrets still lie under older ones");
        }
        parts.news().accept(new ProtectionNews(ProtectionNews.What.DATA_KEYS_RENEWED, "all"));
        moved.set(0);
        local.ring().renew();
        parts.crash().reach("protection.local-renewed");
        database.ring().renew();
        parts.crash().reach("protection.database-renewed");
        return new Outcome.Begun(now());
    }

    @Override
    public Optional<Progress> progress() {
        Progress progress = now();
        return progress.underWay() ? Optional.of(progress) : Optional.empty();
    }

    private Progress now() {
        List<String> left = Stream.concat(local.ring().rows().stream(), database.ring().rows().stream())
                .filter(key -> key.retiredAt().isPresent() && movable(key.purpose()))
                .map(WrappedKey::purpose)
                .distinct()
                .sorted()
                .toList();
        return new Progress(left, moved.get(), !left.isEmpty());
    }

    /** Whether somebody can say that nothing lies under old keys of this purpose. */
    private boolean movable(String purpose) {
        return purpose.equals(SealedFiles.PURPOSE)
                || parts.resealings().get().stream()
                        .anyMatch(one -> one.purpose().equals(purpose));
    }

    @Override
    public List<DataKey> dataKeys() {
        return Stream.concat(
                        shown(local.ring().rows(), DataKey.Place.DATA_DIRECTORY),
                        shown(database.ring().rows(), DataKey.Place.DATABASE))
                .toList();
    }

    private static Stream<DataKey> shown(List<WrappedKey> keys, DataKey.Place place) {
        return KeyRing.dataKeys(keys).stream().map(key -> key.shown(place));
    }

    /** One piece of the work in the background; returns whether there is more to do at once. */
    synchronized boolean piece() {
        follow();
        int sealed = files.reseal();
        destroyUnused(local.ring(), SealedFiles.PURPOSE, sealed);
        for (String purpose : toMove()) {
            int some = reseal(purpose);
            destroyUnused(database.ring(), purpose, some);
            sealed += some;
        }
        long _ = moved.addAndGet(sealed);
        return sealed > 0;
    }

    /** Learns what other processes on the database did: new versions, and another master key. */
    private void follow() {
        database.ring().reload();
        String target = local.master().target().id();
        if (local.ring().rows().stream().anyMatch(key -> !key.master().equals(target))) {
            database.settle(local, parts.crash());
        }
    }

    /** The purposes with old keys, and, once after the start, all: what older versions of the program sealed is moved too. */
    private List<String> toMove() {
        Set<String> old = database.ring().rows().stream()
                .filter(key -> key.retiredAt().isPresent())
                .map(WrappedKey::purpose)
                .collect(Collectors.toSet());
        return parts.resealings().get().stream()
                .map(Resealing::purpose)
                .distinct()
                .filter(purpose -> old.contains(purpose) || !looked.contains(purpose))
                .toList();
    }

    private int reseal(String purpose) {
        int some = parts.resealings().get().stream()
                .filter(one -> one.purpose().equals(purpose))
                .mapToInt(one -> one.resealSome(BATCH))
                .sum();
        if (some > 0) {
            parts.crash().reach("protection.batch-resealed");
        } else {
            boolean _ = looked.add(purpose);
        }
        return some;
    }

    private void destroyUnused(KeyRing ring, String purpose, int justMoved) {
        Instant until = parts.clock().instant().minus(parts.keepRetired());
        List<WrappedKey> due = ring.rows().stream()
                .filter(key -> key.purpose().equals(purpose))
                .filter(key -> key.retiredAt().filter(until::isAfter).isPresent())
                .toList();
        if (justMoved > 0 || due.isEmpty()) {
            return;
        }
        due.forEach(key -> parts.news()
                .accept(new ProtectionNews(
                        ProtectionNews.What.DATA_KEY_DESTROYED, key.purpose() + " " + key.version())));
        ring.destroy(key -> due.stream().anyMatch(key::same));
    }
}
