package vn.lienthong.node.outgoing.internal.file;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * Names a file of a draft.
 *
 * @param value unique for ever
 */
public record FileId(UUID value) {

    /** Reads the canonical form; anything else is nothing. */
    public static Optional<FileId> parse(String text) {
        return CanonicalUuid.parse(text).map(FileId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
