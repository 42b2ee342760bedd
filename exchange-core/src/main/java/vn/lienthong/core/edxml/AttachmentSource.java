package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.InputStream;

/** Gives the files of a letter while it is written. */
@FunctionalInterface
public interface AttachmentSource {

    /**
     * Opens a file; the writer reads it once to its end and closes it.
     *
     * @param attachment one of the letter's
     * @throws IOException when it cannot be read; the writing ends with it
     */
    InputStream open(EdxmlAttachment attachment) throws IOException;
}
