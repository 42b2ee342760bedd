package vn.lienthong.core.directory;

import java.util.List;
import vn.lienthong.core.directory.LogKey.Use;

/**
 * A log as the directory lists it.
 *
 * @param purpose what it holds
 * @param origin its name in checkpoints
 * @param keys with which its checkpoints are verified, all named like the log: at least one of each kind, at most 8
 */
public record PublishedLog(LogPurpose purpose, String origin, List<LogKey> keys) {

    /** The most keys of a log or a witness, so that old ones may stay listed beside new ones. */
    public static final int MAX_KEYS = 8;

    /** Checks that the keys belong to the log and suffice to verify it. */
    public PublishedLog {
        keys = List.copyOf(keys);
        requireKeys(keys, Use.NOTE);
        if (keys.stream().anyMatch(key -> !key.name().equals(origin))) {
            throw new IllegalArgumentException("the keys of a log are named like it");
        }
    }

    static void requireKeys(List<LogKey> keys, Use classical) {
        List<Use> uses = keys.stream().map(LogKey::use).distinct().sorted().toList();
        if (keys.size() > MAX_KEYS
                || keys.stream().distinct().count() != keys.size()
                || !uses.equals(List.of(classical, Use.POST_QUANTUM_COSIGNATURE))) {
            throw new IllegalArgumentException("2 to 8 different keys, of both kinds and of no other");
        }
    }
}
