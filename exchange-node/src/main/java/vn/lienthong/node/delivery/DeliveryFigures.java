package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Figures about the delivery, for operators. Answers at once, from memory. */
public interface DeliveryFigures {

    /** What is on its way; empty until it was counted for the first time. */
    Optional<QueueFigures> queue();

    /** What was put right because it was stuck, since this process started. */
    Repairs repairs();

    /** Since when traffic is counted. */
    Instant since();

    /** Each peer with what went to and fro, those with the most octets first. */
    List<PeerTraffic> traffic();

    /** How many requests came from nodes that the directory does not list. */
    long strangers();

    /** Receipts of other nodes that proved nothing, since this process started. */
    long refusedReceipts();

    /** Octets in the payload store, with what is reserved. */
    long storedOctets();

    /**
     * What the watchdog put right.
     *
     * @param count how many rows, all together
     * @param lastAt when it last had to; empty when never
     */
    record Repairs(long count, Optional<Instant> lastAt) {}
}
