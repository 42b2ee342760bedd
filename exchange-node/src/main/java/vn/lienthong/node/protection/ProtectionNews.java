package vn.lienthong.node.protection;

/**
 * What happened to the keys at rest; told in this process before it is done, so that what cannot be recorded is not done.
 *
 * @param what it was
 * @param detail the purpose and version concerned, or the place of a master key; never a key
 */
public record ProtectionNews(What what, String detail) {

    /** Kinds of news. */
    public enum What {
        /** All data keys are wrapped under a new master key. */
        MASTER_KEY_ROTATED,
        /** Every purpose gets a new version of its data key. */
        DATA_KEYS_RENEWED,
        /** An old version, under which nothing lies any more, is destroyed. */
        DATA_KEY_DESTROYED
    }
}
