package vn.lienthong.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.error.ErrorCode;

class DeliveryMachineTest {

    private static final DeliveryState QUEUED = new DeliveryState.Queued();
    private static final DeliveryState IN_TRANSIT = new DeliveryState.InTransit();
    private static final DeliveryState CONSIGNED = new DeliveryState.Consigned();
    private static final DeliveryState HANDED_OVER = new DeliveryState.HandedOver();
    private static final DeliveryEvent DISPATCHED = new DeliveryEvent.Dispatched();
    private static final DeliveryEvent DEFERRED = new DeliveryEvent.Deferred();
    private static final DeliveryEvent CONSIGNMENT = new DeliveryEvent.ConsignmentConfirmed();
    private static final DeliveryEvent HANDOVER = new DeliveryEvent.HandoverConfirmed();
    private static final DeliveryEvent DEADLINE = new DeliveryEvent.DeadlinePassed();
    private static final DeliveryEvent RECALL = new DeliveryEvent.RecallConfirmed();
    private static final DeliveryEvent REFUSAL = new DeliveryEvent.RefusalReceived(ErrorCode.NOT_ADDRESSEE, "no");
    private static final List<DeliveryEvent> EVENTS =
            List.of(DISPATCHED, DEFERRED, CONSIGNMENT, HANDOVER, DEADLINE, RECALL, REFUSAL);

    @Test
    void goesTheStraightWayWhenNothingHappens() {
        DeliveryState state = QUEUED;
        for (DeliveryEvent event : List.of(DISPATCHED, CONSIGNMENT, HANDOVER)) {
            state = after(state, event);
        }
        assertThat(state).isEqualTo(HANDED_OVER);
    }

    @Test
    void returnsToTheQueueAfterAnUndecidedAttempt() {
        assertThat(after(IN_TRANSIT, DEFERRED)).isEqualTo(QUEUED);
        assertThat(after(CONSIGNED, DEFERRED)).isEqualTo(CONSIGNED);
    }

    @Test
    void believesTheHandoverThatOvertookTheConsignment() {
        assertThat(after(QUEUED, HANDOVER)).isEqualTo(HANDED_OVER);
        assertThat(DeliveryMachine.apply(HANDED_OVER, CONSIGNMENT))
                .isEqualTo(new DeliveryTransition.Unchanged(HANDED_OVER));
    }

    @Test
    void deadlineDoesNotTouchWhatHasArrived() {
        assertThat(after(IN_TRANSIT, DEADLINE)).isEqualTo(new DeliveryState.Expired());
        assertThat(after(CONSIGNED, DEADLINE)).isEqualTo(CONSIGNED);
    }

    @Test
    void consignmentAfterExpiryIsAContradiction() {
        DeliveryState expired = new DeliveryState.Expired();
        assertThat(DeliveryMachine.apply(expired, CONSIGNMENT))
                .isEqualTo(new DeliveryTransition.Illegal(expired, CONSIGNMENT));
    }

    @Test
    void refusalKeepsItsReason() {
        assertThat(after(CONSIGNED, REFUSAL))
                .isEqualTo(new DeliveryState.Refused(ErrorCode.NOT_ADDRESSEE, "no"))
                .returns(DeliveryStage.REFUSED, DeliveryState::stage);
    }

    @Test
    void neverLeavesAFinalStateAndTakesEveryEventOnce() {
        RandomGenerator random = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            DeliveryState state = QUEUED;
            for (int step = 0; step < 12; step++) {
                DeliveryEvent event = EVENTS.get(random.nextInt(EVENTS.size()));
                DeliveryState next = after(state, event);
                if (state.isFinal()) {
                    assertThat(next).isEqualTo(state);
                }
                assertThat(DeliveryMachine.apply(next, event)).isNotInstanceOf(DeliveryTransition.Moved.class);
                state = next;
            }
        }
    }

    private static DeliveryState after(DeliveryState state, DeliveryEvent event) {
        return switch (DeliveryMachine.apply(state, event)) {
            case DeliveryTransition.Moved(DeliveryState from, DeliveryState to) -> to;
            case DeliveryTransition.Unchanged(DeliveryState same) -> same;
            case DeliveryTransition.Illegal(DeliveryState same, DeliveryEvent cause) -> same;
        };
    }
}
