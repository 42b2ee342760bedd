package vn.lienthong.node.edxml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * Who hands an edXML message in, and what was said beside it.
 *
 * @param agency the agency of the credentials
 * @param speaksFor the codes in whose name the caller may speak: the sender of a letter must be one of them
 * @param submittedBy identifier of the credentials, such as {@code key:…} or {@code vxp:…}; never a person's name
 * @param idempotencyKey the key that the caller chose, 1 to 200 characters; empty to recognise a repetition by the message itself
 * @param to for whom the letter is: some of the {@code To} of the message, or anybody when the message has none; empty to go by the
 *     message
 */
public record EdxmlCall(
        AgencyCode agency,
        Set<AgencyCode> speaksFor,
        String submittedBy,
        Optional<String> idempotencyKey,
        List<AgencyCode> to) {

    /** Copies the collections. */
    public EdxmlCall {
        speaksFor = Set.copyOf(speaksFor);
        to = List.copyOf(to);
    }

    /** A call of an agency for itself, with nothing said beside the message. */
    public static EdxmlCall of(AgencyCode agency, String submittedBy) {
        return new EdxmlCall(agency, Set.of(agency), submittedBy, Optional.empty(), List.of());
    }
}
