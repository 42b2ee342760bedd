package vn.lienthong.node.edxml;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes edXML messages of agencies of this node: a letter becomes a sealed dispatch, a status becomes statements, a recall becomes
 * the recall of the document that it names.
 *
 * <p>Guarantees: the message is read once, in constant memory; after a refusal or a failure nothing of it is kept; the same message
 * again gets the same answer; the octets as they came are kept sealed as long as the payload.
 */
public interface EdxmlIntake {

    /**
     * Takes one message.
     *
     * @param message read to its end when the message is taken; the caller closes it
     * @throws IOException when the source or the store fails; the message may be handed in again
     */
    EdxmlTaken take(EdxmlCall call, InputStream message) throws IOException;
}
