package vn.lienthong.node.delivery.internal.receiving;

import java.time.Duration;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;

/** Where an upload stands after a request. */
sealed interface UploadStep {

    /**
     * More octets are wanted.
     *
     * @param offset the next one
     * @param fresh whether this request began the upload
     */
    record Continue(long offset, boolean fresh) implements UploadStep {}

    /**
     * The matter is decided.
     *
     * @param answer for good, or to come again
     */
    record Decided(TransferAnswer answer) implements UploadStep {}

    /**
     * The octets do not follow on what is there.
     *
     * @param offset the next one that is wanted
     */
    record WrongOffset(long offset) implements UploadStep {}

    /**
     * A segment is not the one of the table.
     *
     * @param offset its beginning
     */
    record WrongSegment(long offset) implements UploadStep {}

    /**
     * Not now.
     *
     * @param after when to come again
     * @param code why
     */
    record PutOff(Duration after, ErrorCode code) implements UploadStep {}

    /**
     * The request cannot be served at all.
     *
     * @param code why
     */
    record Rejected(ErrorCode code) implements UploadStep {}
}
