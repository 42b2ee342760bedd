package vn.lienthong.node.delivery;

import java.util.List;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;

/** The answer to an order, given before any file is read. */
public sealed interface Submission {

    /**
     * The files may come.
     *
     * @param dispatch takes them
     */
    record Open(OpenDispatch dispatch) implements Submission {}

    /**
     * The same order was carried out before.
     *
     * @param parcelId what came of it
     */
    record Repeated(ParcelId parcelId) implements Submission {}

    /**
     * Some recipients cannot be served, and the order does not allow to leave them out.
     *
     * @param failures one per such recipient
     */
    record Undeliverable(List<RecipientCheck> failures) implements Submission {
        /** Copies the list. */
        public Undeliverable {
            failures = List.copyOf(failures);
        }
    }

    /**
     * The order cannot be carried out.
     *
     * @param code why
     */
    record Rejected(ErrorCode code) implements Submission {}
}
