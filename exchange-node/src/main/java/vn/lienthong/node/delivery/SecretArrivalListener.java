package vn.lienthong.node.delivery;

import java.util.List;

/**
 * Hears of state secrets inside the very transaction in which this node takes responsibility for them. All beans are called;
 * {@link ArrivalListener} hears nothing of them.
 */
@FunctionalInterface
public interface SecretArrivalListener {

    /**
     * The entries are written, not committed; of the documents nothing was written but their levels. What this throws undoes all of
     * them: be quick and do not fail. What is to be kept of key and document is copied and sealed now: both are wiped afterwards.
     * Who has split the key calls {@link SecretInbox#forgetEnvelope}.
     */
    void arrived(List<SecretArrival> arrivals);
}
