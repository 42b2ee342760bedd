package vn.lienthong.node.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * How a recipient answers what a sender asks about a document. Each act takes effect in one transaction with its statements and its
 * security event, and may be repeated without harm.
 */
public interface RecipientActs {

    /** The last request of the sender (recall, update, replacement); empty when there is none for an agency of the caller. */
    Optional<Request> request(Set<AgencyCode> agencies, ParcelId parcel, AgencyCode recipient);

    /**
     * Requests that wait for an answer, oldest first, at most so many.
     *
     * @param limit 1 to 200
     */
    List<Standing> waiting(Set<AgencyCode> agencies, int limit);

    /**
     * Agrees (15). What nobody has taken is closed, with evidence; the recipient reports at the same time that it has cancelled the
     * document, as the law demands.
     */
    RecipientAnswer agree(RecipientAct act);

    /** Declines (16), with a reason. */
    RecipientAnswer decline(RecipientAct act);
}
