package vn.lienthong.node.desk.internal.upload;

import java.time.Instant;
import vn.lienthong.core.value.Sha256;

/**
 * A file on its way in.
 *
 * @param id its name
 * @param file what it is called and what was announced of it
 * @param size octets that are here
 * @param complete whether all are here and have the digest that was announced
 * @param taken whether a request to send has taken it
 * @param expiresAt when it is removed
 */
public record Upload(UploadId id, Announced file, long size, boolean complete, boolean taken, Instant expiresAt) {
    /**
     * What its sender said before the first octet.
     *
     * @param name of the file; never printed
     * @param mediaType without parameters
     * @param size octets
     * @param sha256 of the whole
     */
    public record Announced(String name, String mediaType, long size, Sha256 sha256) {
        @Override
        public String toString() {
            return "Announced[" + size + " octets]";
        }
    }

    /**
     * How much is missing.
     *
     * @return octets
     */
    public long missing() {
        return file.size() - size;
    }
}
