package vn.lienthong.node.storage;

/** The answer to the wish to go on with a payload that was received in part. */
public sealed interface Resumption {

    /**
     * The part is there, cut to the length asked for.
     *
     * @param sink takes the rest
     */
    record Resumed(PayloadSink sink) implements Resumption {}

    /**
     * There is no part, or it is shorter than asked for.
     *
     * @param available bytes of it that are there; the part is untouched
     */
    record TooShort(long available) implements Resumption {}

    /** Somebody else writes this payload at this moment. */
    record Busy() implements Resumption {}
}
