package vn.lienthong.core.delivery;

import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.BoundedText;

/** Where one delivery stands: one parcel on its way to one recipient. */
public sealed interface DeliveryState {

    /** Accepted by the sender's node, waiting to be sent. */
    record Queued() implements DeliveryState {}

    /** Being sent. */
    record InTransit() implements DeliveryState {}

    /** The recipient's node has it, verified and durable. */
    record Consigned() implements DeliveryState {}

    /** The recipient's clerk or system has taken it. Final. */
    record HandedOver() implements DeliveryState {}

    /**
     * Somebody on the way has refused it. Final.
     *
     * @param code why
     * @param text words for people, at most 500 characters; may be empty
     */
    record Refused(ErrorCode code, String text) implements DeliveryState {

        /** Checks the text. */
        public Refused {
            text = BoundedText.lines("refusal text", text, 0, 500);
        }
    }

    /** It was not consigned in time. Final. */
    record Expired() implements DeliveryState {}

    /** The sender took it back before it was handed over. Final. */
    record Recalled() implements DeliveryState {}

    /** Returns the stage, for storing and for showing. */
    default DeliveryStage stage() {
        return switch (this) {
            case Queued() -> DeliveryStage.QUEUED;
            case InTransit() -> DeliveryStage.IN_TRANSIT;
            case Consigned() -> DeliveryStage.CONSIGNED;
            case HandedOver() -> DeliveryStage.HANDED_OVER;
            case Refused(ErrorCode code, String text) -> DeliveryStage.REFUSED;
            case Expired() -> DeliveryStage.EXPIRED;
            case Recalled() -> DeliveryStage.RECALLED;
        };
    }

    /** Returns whether it never changes again. */
    default boolean isFinal() {
        return stage().isFinal();
    }
}
