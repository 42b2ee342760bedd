package vn.lienthong.node.protection.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.platform.SealingKey;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * The data keys of one place, unwrapped in memory.
 *
 * <p>Guarantees: a key is durable before it is given out; of two processes that need the first key of a purpose at the same time one draws
 * it, and both use that one.
 */
final class KeyRing {

    /** The purpose of the row that is no data key but tells the master key. */
    static final String MARK = "master";

    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9-]{1,40}");

    private final KeyRows rows;
    private final MasterKeyHolder master;
    private final SecureRandom random;
    private final InstantSource clock;
    private volatile Map<String, NavigableMap<Integer, HeldKey>> held = Map.of();

    private KeyRing(KeyRows rows, MasterKeyHolder master, SecureRandom random, InstantSource clock) {
        this.rows = rows;
        this.master = master;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Opens the keys that are there, all of them.
     *
     * @param place in the words of a refusal
     * @throws StartRefusedException when the master key does not open them; nothing was changed then
     */
    static KeyRing open(KeyRows rows, String place, MasterKeyHolder master, SecureRandom random, InstantSource clock) {
        KeyRing ring = new KeyRing(rows, master, random, clock);
        List<WrappedKey> found = rows.load();
        try {
            ring.hold(found);
        } catch (IllegalStateException wrongKey) {
            throw MasterKeyFile.refused(
                    "the master key from " + master.place() + " does not open the data keys in " + place
                            + "; give the master key of this installation, nothing was changed",
                    wrongKey);
        }
        master.inUse(found.stream().map(WrappedKey::master).toList());
        return ring;
    }

    /** Marks the place as one of this master key, before anything is sealed. */
    void mark() {
        changed(before -> before.isEmpty() ? List.of(drawn(MARK, 0)) : before);
    }

    /** The key with which things are sealed now; drawn when it is the first of its purpose. */
    HeldKey current(String purpose) {
        if (purpose.equals(MARK)) {
            throw new IllegalArgumentException("the mark of the master key seals nothing");
        }
        HeldKey known = youngest(purpose);
        if (known != null) {
            return known;
        }
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("not a purpose of a data key");
        }
        changed(before -> before.stream().anyMatch(key -> key.purpose().equals(purpose))
                ? before
                : with(before, drawn(purpose, 1)));
        return Optional.ofNullable(youngest(purpose)).orElseThrow();
    }

    private @Nullable HeldKey youngest(String purpose) {
        NavigableMap<Integer, HeldKey> versions = held.get(purpose);
        return versions == null ? null : versions.lastEntry().getValue();
    }

    /** A key by version; looks again when it is not known, as another process may have drawn it. */
    Optional<HeldKey> find(String purpose, int version) {
        Optional<HeldKey> known = known(purpose, version);
        if (known.isPresent()) {
            return known;
        }
        reload();
        return known(purpose, version);
    }

    private Optional<HeldKey> known(String purpose, int version) {
        return Optional.ofNullable(held.get(purpose)).map(versions -> versions.get(version));
    }

    /** All that live, the youngest first; the first is drawn when there is none. */
    List<HeldKey> living(String purpose) {
        HeldKey _ = current(purpose);
        return List.copyOf(
                held.getOrDefault(purpose, new TreeMap<>()).descendingMap().values());
    }

    /** Looks at what other processes did. */
    void reload() {
        List<WrappedKey> now = rows.load();
        hold(now);
        master.inUse(now.stream().map(WrappedKey::master).toList());
    }

    List<WrappedKey> rows() {
        return rows.load();
    }

    /** Wraps everything under the target of the master keys; one change. */
    void rewrap() {
        MasterKey target = master.target();
        changed(before -> before.stream().map(key -> under(target, key)).toList());
    }

    private WrappedKey under(MasterKey target, WrappedKey key) {
        return key.master().equals(target.id())
                ? key
                : key.under(target, target.wrap(key.purpose(), key.version(), unwrap(key)));
    }

    /** Draws a new version of every key; those before seal nothing more. */
    void renew() {
        Instant now = now();
        changed(before -> {
            List<WrappedKey> after = new ArrayList<>(before.stream()
                    .map(key -> key.version() == 0 ? key : key.retired(now))
                    .toList());
            before.stream()
                    .filter(key -> key.version() > 0 && key.retiredAt().isEmpty())
                    .forEach(key -> after.add(drawn(key.purpose(), key.version() + 1)));
            return after;
        });
    }

    /** Destroys keys that were retired; those in use stay. */
    void destroy(Predicate<WrappedKey> which) {
        changed(before -> before.stream()
                .filter(key -> key.retiredAt().isEmpty() || !which.test(key))
                .toList());
    }

    private void changed(UnaryOperator<List<WrappedKey>> change) {
        hold(rows.change(before -> {
            requireKnown(before);
            return change.apply(before);
        }));
    }

    /** What another process wrapped under a younger master key stays under it, and so does all that follows. */
    private void requireKnown(List<WrappedKey> keys) {
        for (WrappedKey key : keys) {
            if (master.find(key.master()).isEmpty()) {
                throw unknown(key);
            }
        }
        master.inUse(keys.stream().map(WrappedKey::master).toList());
    }

    private synchronized void hold(List<WrappedKey> keys) {
        Map<String, NavigableMap<Integer, HeldKey>> before = held;
        Map<String, NavigableMap<Integer, HeldKey>> now = new HashMap<>();
        for (WrappedKey key : keys) {
            HeldKey known = before.getOrDefault(key.purpose(), new TreeMap<>()).get(key.version());
            HeldKey opened = known == null ? new HeldKey(key.purpose(), key.version(), unwrap(key), random) : known;
            now.computeIfAbsent(key.purpose(), _ -> new TreeMap<>(Comparator.naturalOrder()))
                    .put(key.version(), opened);
        }
        held = now;
    }

    private byte[] unwrap(WrappedKey key) {
        return master.find(key.master())
                .orElseThrow(() -> unknown(key))
                .unwrap(key.purpose(), key.version(), key.wrapped());
    }

    private static IllegalStateException unknown(WrappedKey key) {
        return new IllegalStateException(
                "the data key " + key.purpose() + " " + key.version() + " lies under another master key");
    }

    private WrappedKey drawn(String purpose, int version) {
        byte[] octets = new byte[SealingKey.OCTETS];
        random.nextBytes(octets);
        MasterKey target = master.target();
        return new WrappedKey(
                purpose, version, target.id(), target.wrap(purpose, version, octets), now(), Optional.empty());
    }

    /** The data keys among the rows, by purpose, the youngest first. */
    static List<WrappedKey> dataKeys(List<WrappedKey> rows) {
        return rows.stream()
                .filter(key -> key.version() > 0)
                .sorted(Comparator.comparing(WrappedKey::purpose)
                        .thenComparing(
                                Comparator.comparingInt(WrappedKey::version).reversed()))
                .toList();
    }

    private static List<WrappedKey> with(List<WrappedKey> keys, WrappedKey another) {
        List<WrappedKey> all = new ArrayList<>(keys);
        all.add(another);
        return List.copyOf(all);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
