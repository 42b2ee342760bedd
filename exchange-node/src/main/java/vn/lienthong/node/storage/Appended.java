package vn.lienthong.node.storage;

/** What became of bytes that were to be appended. */
public sealed interface Appended {

    /**
     * All of them are written, but not yet durable.
     *
     * @param size of the part now, in bytes
     */
    record Written(long size) implements Appended {}

    /**
     * They do not follow what is there; nothing is written.
     *
     * @param expected offset at which the next bytes must begin
     */
    record WrongOffset(long expected) implements Appended {}

    /**
     * The store is full; nothing of them is written.
     *
     * @param why which limit is in the way
     */
    record NoRoom(Shortage why) implements Appended {}
}
