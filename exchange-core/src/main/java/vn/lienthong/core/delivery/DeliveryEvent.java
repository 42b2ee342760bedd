package vn.lienthong.core.delivery;

import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.BoundedText;

/** Something that happened to a delivery. Events may come late, twice and in any order. */
public sealed interface DeliveryEvent {

    /** A worker has begun to send it. */
    record Dispatched() implements DeliveryEvent {}

    /** The attempt ended without a decision; it waits for the next one. */
    record Deferred() implements DeliveryEvent {}

    /** The recipient's node says that it has it. */
    record ConsignmentConfirmed() implements DeliveryEvent {}

    /** The recipient's node says that clerk or system has taken it. */
    record HandoverConfirmed() implements DeliveryEvent {}

    /**
     * A node or the recipient's clerk has refused it for good.
     *
     * @param code why
     * @param text words for people, at most 500 characters; may be empty
     */
    record RefusalReceived(ErrorCode code, String text) implements DeliveryEvent {

        /** Checks the text. */
        public RefusalReceived {
            text = BoundedText.lines("refusal text", text, 0, 500);
        }
    }

    /** The time for bringing it to the recipient's node ran out. */
    record DeadlinePassed() implements DeliveryEvent {}

    /** The sender took it back, and whoever held it has agreed. */
    record RecallConfirmed() implements DeliveryEvent {}
}
