package vn.lienthong.node.desk.internal.upload;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * Names an upload.
 *
 * @param value version 7
 */
public record UploadId(UUID value) {
    /**
     * Reads an identifier.
     *
     * @param text from outside
     * @return empty when it is none
     */
    public static Optional<UploadId> parse(String text) {
        return CanonicalUuid.parse(text).map(UploadId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
