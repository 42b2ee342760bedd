package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.InputStream;

/** Gives the files of a letter while it is written. */
@FunctionalInterface
public interface AttachmentSource {

    /**
     * Opens a file at its beginning. The writer opens each file twice: once to look at its first octets, for no label is trusted, and
     * once to read it to its end. It closes what it has opened.
     *
     * @param attachment one of the letter's
     * @throws IOException when it cannot be read; the writing ends with it
     */
    InputStream open(EdxmlAttachment attachment) throws IOException;
}
