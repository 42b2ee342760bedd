package vn.lienthong.node.secret;

import java.time.Instant;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;

/**
 * A document of the secret area in a list. Never prints itself.
 *
 * @param id its name
 * @param level how secret
 * @param sender code of the sending agency
 * @param senderName its name
 * @param receivedAt when it arrived
 * @param urgency how urgent
 * @param state what became of it
 * @param code number and notation as written
 * @param typeName loại văn bản
 * @param subject trích yếu; empty at the highest level
 * @param registered its number in the secret book; empty before
 */
public record SecretLine(
        SecretId id,
        Secrecy level,
        AgencyCode sender,
        String senderName,
        Instant receivedAt,
        Urgency urgency,
        State state,
        String code,
        String typeName,
        String subject,
        String registered) {

    /** What became of it. */
    public enum State {
        /** Nobody has taken it over. */
        ARRIVED,
        /** It was taken over. */
        HANDED_OVER,
        /** It was refused. */
        REFUSED,
        /** Its sender took it back. */
        WITHDRAWN
    }

    @Override
    public String toString() {
        return "SecretLine[" + id + "]";
    }
}
