package vn.lienthong.node.timestamp;

import vn.lienthong.crypto.timestamp.TimestampToken;

/** What came of asking for a time-stamp. */
public sealed interface TimestampAnswer {

    /**
     * The authority has stamped the digest, and the token holds.
     *
     * @param token to be kept
     */
    record Stamped(TimestampToken token) implements TimestampAnswer {}

    /**
     * There is no token now; worth trying again later.
     *
     * @param why words for the log, in English
     */
    record Away(String why) implements TimestampAnswer {}
}
