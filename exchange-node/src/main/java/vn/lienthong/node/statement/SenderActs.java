package vn.lienthong.node.statement;

import java.util.List;
import java.util.Set;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * What a sender does with a document after it was sent. Each act takes effect in one transaction with its statements and its security
 * event, and may be repeated without harm.
 */
public interface SenderActs {

    /** How far the document got; empty when none of the agencies sent it. */
    List<Reach> reach(Set<AgencyCode> agencies, ParcelId parcel);

    /** Asks for the document back (13); what has not left this node is stopped at once. The reason is required. */
    SenderAnswer recall(SenderAct act);

    /** Says differently what was said about the document. */
    SenderAnswer update(SenderAct act, List<String> changes);

    /** Tells that another document of the same sender takes its place. */
    SenderAnswer replace(SenderAct act, ParcelId other);

    /** Tells that another document of the same sender corrects it (đính chính). The reason is required. */
    SenderAnswer correct(SenderAct act, ParcelId other);

    /** Asks how it stands; each recipient at most every four hours, and not after its end. */
    SenderAnswer remind(SenderAct act);
}
