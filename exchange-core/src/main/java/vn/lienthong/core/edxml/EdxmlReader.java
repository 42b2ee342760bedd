package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads messages of QCVN 102:2016 in the forms that systems really send: local names only, any order, missing parts, content types
 * that lie, status as a message or as a header block. Files stream through in constant memory. Holds no state.
 *
 * @param limits bounds of a message
 */
public record EdxmlReader(EdxmlLimits limits) {

    /**
     * Reads one message to its end.
     *
     * @param message the octets; not closed
     * @param sink takes the files
     * @return the letter, the status, or why it is refused
     * @throws IOException only when the source or the sink fail
     */
    public EdxmlReading read(InputStream message, AttachmentSink sink) throws IOException {
        MessageInput octets = new MessageInput(message, limits.message());
        try {
            return MessageReading.read(limits, octets, sink);
        } catch (FaultException e) {
            return new EdxmlReading.Refused(e.fault());
        }
    }
}
