package vn.lienthong.core.directory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map in many small pieces: a batch of changes copies only the pieces that it touches, so a new version of a map
 * of half a million entries costs some thousands of copied references.
 *
 * @param <K> keys with good hash codes
 * @param <V> values
 */
final class ShardedMap<K, V> {

    private static final int SHARDS = 1 << 12;

    private final List<Map<K, V>> shards;
    private final int size;

    private ShardedMap(List<Map<K, V>> shards, int size) {
        this.shards = shards;
        this.size = size;
    }

    static <K, V> ShardedMap<K, V> empty() {
        return new ShardedMap<>(Collections.nCopies(SHARDS, Map.of()), 0);
    }

    @Nullable
    V get(K key) {
        return shards.get(shardOf(key)).get(key);
    }

    int size() {
        return size;
    }

    void forEach(BiConsumer<K, V> action) {
        for (Map<K, V> shard : shards) {
            shard.forEach(action);
        }
    }

    Changes<K, V> change() {
        return new Changes<>(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShardedMap<?, ?> that && size == that.size && shards.equals(that.shards);
    }

    @Override
    public int hashCode() {
        return shards.hashCode();
    }

    private static int shardOf(Object key) {
        int hash = key.hashCode() * 0x9E37_79B9;
        return hash >>> 20;
    }

    /** A batch of changes to a map; used once, by one thread. */
    static final class Changes<K, V> {

        private final List<Map<K, V>> shards;
        private final BitSet copied = new BitSet(SHARDS);
        private int size;

        private Changes(ShardedMap<K, V> base) {
            this.shards = new ArrayList<>(base.shards);
            this.size = base.size;
        }

        @Nullable
        V get(K key) {
            return shards.get(shardOf(key)).get(key);
        }

        void put(K key, V value) {
            if (own(key).put(key, value) == null) {
                size++;
            }
        }

        void remove(K key) {
            if (own(key).remove(key) != null) {
                size--;
            }
        }

        ShardedMap<K, V> build() {
            return new ShardedMap<>(List.copyOf(shards), size);
        }

        private Map<K, V> own(K key) {
            int shard = shardOf(key);
            if (!copied.get(shard)) {
                shards.set(shard, new HashMap<>(shards.get(shard)));
                copied.set(shard);
            }
            return shards.get(shard);
        }
    }
}
