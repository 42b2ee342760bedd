package vn.lienthong.node.secret;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The octets of one file, decrypted while they are copied. The look was recorded before this was given out.
 */
public interface SecretContent {

    /** Which file it is. */
    SecretFile file();

    /** Short code of the look in the audit log, to be burnt into what is shown. */
    String lookCode();

    /**
     * Copies the octets. Nothing of it may be written to a disk.
     *
     * @throws IOException when a stream fails, or when the content is not what was sealed; what was copied before is worthless then
     */
    void copyTo(OutputStream out) throws IOException;
}
