package vn.lienthong.core.directory;

import java.util.List;
import vn.lienthong.core.directory.LogKey.Use;

/**
 * A node as a witness of others' logs.
 *
 * @param keys with which its cosignatures are verified, all of one name: at least one of each kind, at most 8
 * @param offered whether it may be asked; what it has cosigned stays verifiable when it may not
 */
public record PublishedWitness(List<LogKey> keys, boolean offered) {

    /** Checks that the keys are a witness's. */
    public PublishedWitness {
        keys = List.copyOf(keys);
        PublishedLog.requireKeys(keys, Use.COSIGNATURE);
        if (keys.stream().map(LogKey::name).distinct().count() != 1) {
            throw new IllegalArgumentException("the keys of a witness have one name");
        }
    }

    /** Returns its name. */
    public String name() {
        return keys.getFirst().name();
    }
}
