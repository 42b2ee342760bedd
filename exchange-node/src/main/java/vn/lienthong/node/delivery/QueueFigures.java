package vn.lienthong.node.delivery;

import java.time.Instant;

/**
 * How much is on its way, as of the last round of the watchdog.
 *
 * @param asOf when it was counted
 * @param waiting parcels that wait to be sent
 * @param underWay parcels being sent
 * @param evidence evidence that waits to be sent
 * @param oldestDueSeconds for how long the oldest of the waiting parcels has been due; 0 when none is
 * @param overdueHandovers deliveries that lie at the recipient's node after their time was over
 */
public record QueueFigures(
        Instant asOf, Waiting waiting, long underWay, long evidence, long oldestDueSeconds, long overdueHandovers) {

    /**
     * Parcels that wait to be sent, by lane.
     *
     * @param urgent urgent and small
     * @param ordinary neither urgent nor large
     * @param bulk large
     */
    public record Waiting(long urgent, long ordinary, long bulk) {}
}
