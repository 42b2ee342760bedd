package vn.lienthong.core.release;

import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.value.Sha512;

/**
 * A file of a released document.
 *
 * @param size in octets
 * @param sha512 digest of its octets
 */
public record ReleasedFile(long size, Sha512 sha512) {

    /** Checks the size. */
    public ReleasedFile {
        if (size < 0 || size > Attachment.MAX_SIZE) {
            throw new IllegalArgumentException("file size is out of range");
        }
    }
}
