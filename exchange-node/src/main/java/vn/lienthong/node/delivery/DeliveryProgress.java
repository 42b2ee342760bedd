package vn.lienthong.node.delivery;

import java.util.List;
import vn.lienthong.node.evidence.StoredEvidence;

/** Moves the deliveries of own parcels by evidence that was found genuine. */
public interface DeliveryProgress {

    /**
     * Applies evidence in the caller's transaction. Idempotent; evidence about parcels of others is passed over.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    void apply(List<StoredEvidence> evidence);
}
