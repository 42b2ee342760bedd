package vn.lienthong.node.outgoing.internal.draft;

/**
 * Names an outgoing document at this desk.
 *
 * @param value its number, more than 0
 */
public record OutgoingId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
