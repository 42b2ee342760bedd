package vn.lienthong.node.delivery;

import java.util.List;

/** Hears of parcels inside the very transaction in which this node takes responsibility for them. All beans are called. */
@FunctionalInterface
public interface ArrivalListener {

    /** The entries and documents are written, not committed. What this throws undoes all of them: be quick and do not fail. */
    void arrived(List<Arrival> arrivals);
}
