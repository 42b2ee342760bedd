package vn.lienthong.node.delivery.internal.submission;

/** Wakes the delivery engine. */
@FunctionalInterface
public interface ShipmentSignal {

    /** Shipments have been committed that are due now. Never blocks. */
    void shipmentsWaiting();
}
