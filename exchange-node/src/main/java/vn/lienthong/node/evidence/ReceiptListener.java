package vn.lienthong.node.evidence;

import java.util.List;
import vn.lienthong.core.evidence.Evidence;

/** Hears of receipts of other nodes inside the very transaction that keeps them. All beans are called; what one throws undoes it. */
@FunctionalInterface
public interface ReceiptListener {

    /** That recipients took these parcels has been proved by the logs of their nodes: written, not committed. */
    void receipted(List<Evidence> handovers);
}
