package vn.lienthong.node.storage;

import java.util.UUID;

/**
 * Names one payload in the store.
 *
 * @param value unique for ever; a time-ordered identifier
 */
public record PayloadId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
