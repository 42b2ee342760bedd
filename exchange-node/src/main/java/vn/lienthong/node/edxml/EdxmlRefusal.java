package vn.lienthong.node.edxml;

import java.util.List;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.error.ErrorCode;

/**
 * Why an edXML message was not taken, for programs and for people. Repeats nothing of the message's contents.
 *
 * @param kind what was wrong, as coarse as doors need it to choose their own code
 * @param code the entry of the catalogue
 * @param element the element of the message that is meant, such as {@code MessageHeader/To/OrganId}; empty when it is the whole
 * @param vietnamese what is wrong and what to do
 * @param english the same
 * @param recipients recipients that cannot be served; empty for other kinds
 */
public record EdxmlRefusal(
        Kind kind, ErrorCode code, String element, String vietnamese, String english, List<RecipientCheck> recipients) {

    /** Copies the list. */
    public EdxmlRefusal {
        recipients = List.copyOf(recipients);
    }

    /** What was wrong. */
    public enum Kind {
        /** The message is no edXML by the standard. */
        NOT_EDXML,
        /** An attachment cannot be read or is not allowed. */
        BAD_FILE,
        /** More octets or files than a document may have. */
        TOO_LARGE,
        /** A recipient is not in the directory. */
        RECIPIENT_UNKNOWN,
        /** A recipient is closed, locked or has no key at the moment. */
        RECIPIENT_CLOSED,
        /** The caller may not speak for the sender, or the sender is not served here. */
        SENDER_FOREIGN,
        /** The document bears a mark of state secrecy. */
        STATE_SECRET,
        /** No document of the caller is the one that is meant. */
        DOCUMENT_UNKNOWN,
        /** The document is known, but this cannot be stated about it now. */
        NOT_POSSIBLE,
        /** The key was used for another message. */
        KEY_TAKEN,
        /** There is no room, or this node is not able to do it at the moment: the same message may come again. */
        LATER
    }
}
