package vn.lienthong.node.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * Sends state secrets and tells where they are. {@link Dispatches} know nothing of them.
 *
 * <p>The caller answers for who may release: here the regime of the wire is kept, and nobody else can send one.
 */
public interface SecretDispatches {

    /**
     * Checks an order and begins a parcel for it. Nothing is kept before {@link OpenDispatch#submit}.
     *
     * <p>Guarantees: the level is above ordinary and covered by the approval of this node and of every recipient's node; the suite
     * is made for state secrets; the directory is fresh, also for recipients on this node. Of the document nothing but its level is
     * kept beside the sealed package.
     *
     * @return {@link Submission.Rejected} with LT-1209 when level and zone do not agree
     */
    Submission begin(DispatchOrder order, Approvals approvals);

    /** One dispatch of the sender; empty when it has no secret of that name. */
    Optional<SecretDispatch> find(AgencyCode sender, ParcelId parcelId);

    /**
     * A page of the sender's secrets, newest first.
     *
     * @param before only those older than this parcel; empty for the first page
     * @param limit 1 to 200
     */
    List<SecretDispatch> list(AgencyCode sender, Optional<ParcelId> before, int limit);

    /**
     * Takes a secret back from recipients to whom it has not been handed over, in the caller's transaction and with evidence.
     *
     * @return empty when the sender has no secret of that name
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    Optional<SecretRecall> recall(AgencyCode sender, ParcelId parcelId, Set<AgencyCode> recipients);
}
