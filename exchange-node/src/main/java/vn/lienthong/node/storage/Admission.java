package vn.lienthong.node.storage;

/** The answer to the wish to store a payload. */
public sealed interface Admission {

    /**
     * There is room; it is reserved until the sink is closed.
     *
     * @param sink takes the payload
     */
    record Admitted(PayloadSink sink) implements Admission {}

    /**
     * This payload is in the store already.
     *
     * @param size in bytes
     */
    record AlreadyStored(long size) implements Admission {}

    /** Somebody else writes this payload at this moment. */
    record Busy() implements Admission {}

    /**
     * There is no room for it.
     *
     * @param why which limit is in the way
     */
    record NoRoom(Shortage why) implements Admission {}
}
