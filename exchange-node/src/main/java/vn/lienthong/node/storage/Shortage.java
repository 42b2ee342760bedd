package vn.lienthong.node.storage;

/**
 * Why the store takes no more.
 *
 * @param cause which limit was met
 * @param freeBytes what is left below that limit, never negative
 */
public record Shortage(Cause cause, long freeBytes) {

    /** Which limit was met. */
    public enum Cause {
        /** The limit that the operator set for all payloads together. */
        QUOTA,
        /** The part of the disk that must stay free for the database and the logs. */
        DISK
    }
}
