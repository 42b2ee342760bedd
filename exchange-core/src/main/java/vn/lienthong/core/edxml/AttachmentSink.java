package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.OutputStream;

/** Takes the files of a message while it is read. */
@FunctionalInterface
public interface AttachmentSink {

    /**
     * Opens the place for the octets of a file, as they are after base64; the reader closes it when the file has been read whole.
     * When the message is refused in the middle of a file it is closed as well, and what was written is of no worth.
     *
     * @param index position among the files, from 0, in the order in which their octets come
     * @throws IOException when there is no such place; the reading ends with it
     */
    OutputStream open(int index) throws IOException;
}
