package vn.lienthong.core.delivery;

import vn.lienthong.core.delivery.DeliveryEvent.ConsignmentConfirmed;
import vn.lienthong.core.delivery.DeliveryEvent.DeadlinePassed;
import vn.lienthong.core.delivery.DeliveryEvent.Deferred;
import vn.lienthong.core.delivery.DeliveryEvent.Dispatched;
import vn.lienthong.core.delivery.DeliveryEvent.HandoverConfirmed;
import vn.lienthong.core.delivery.DeliveryEvent.RecallConfirmed;
import vn.lienthong.core.delivery.DeliveryEvent.RefusalReceived;
import vn.lienthong.core.delivery.DeliveryState.Consigned;
import vn.lienthong.core.delivery.DeliveryState.Expired;
import vn.lienthong.core.delivery.DeliveryState.HandedOver;
import vn.lienthong.core.delivery.DeliveryState.InTransit;
import vn.lienthong.core.delivery.DeliveryState.Queued;
import vn.lienthong.core.delivery.DeliveryState.Recalled;
import vn.lienthong.core.delivery.DeliveryState.Refused;

/**
 * The life of a delivery: QUEUED ⇄ IN_TRANSIT → CONSIGNED → HANDED_OVER, or REFUSED, EXPIRED, RECALLED.
 *
 * <p>Guarantees: a pure function; final states are never left; applying an event twice is the same as applying it once; news
 * that comes before the news it implies is believed (a hand-over implies a consignment).
 */
public final class DeliveryMachine {

    private DeliveryMachine() {}

    /** Applies an event to a state. */
    public static DeliveryTransition apply(DeliveryState state, DeliveryEvent event) {
        if (state.isFinal()) {
            return inFinal(state, event);
        }
        DeliveryState next = next(state, event);
        return next.equals(state) ? new DeliveryTransition.Unchanged(state) : new DeliveryTransition.Moved(state, next);
    }

    private static DeliveryState next(DeliveryState state, DeliveryEvent event) {
        boolean consigned = state instanceof Consigned;
        return switch (event) {
            // A late word about an attempt does not undo a confirmed consignment.
            case Dispatched() -> consigned ? state : new InTransit();
            case Deferred() -> consigned ? state : new Queued();
            case ConsignmentConfirmed() -> new Consigned();
            case HandoverConfirmed() -> new HandedOver();
            case RefusalReceived refusal -> new Refused(refusal.code(), refusal.text());
            // The deadline is about reaching the recipient's node; there, it has reached it.
            case DeadlinePassed() -> consigned ? state : new Expired();
            case RecallConfirmed() -> new Recalled();
        };
    }

    private static DeliveryTransition inFinal(DeliveryState state, DeliveryEvent event) {
        boolean oldNews = switch (event) {
            case Dispatched(), Deferred() -> true;
            case ConsignmentConfirmed() ->
                state instanceof HandedOver || state instanceof Recalled || state instanceof Refused;
            case HandoverConfirmed() -> state instanceof HandedOver;
            case RefusalReceived refusal -> state instanceof Refused;
            case DeadlinePassed() -> true;
            case RecallConfirmed() -> state instanceof Recalled;
        };
        return oldNews ? new DeliveryTransition.Unchanged(state) : new DeliveryTransition.Illegal(state, event);
    }
}
