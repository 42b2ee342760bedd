package vn.lienthong.core.approval;

import java.time.Instant;
import vn.lienthong.core.release.ReleaseStatement;

/** What a check of a release found. */
public sealed interface ReleaseVerdict {

    /**
     * Two different persons have signed the statement with both of their keys.
     *
     * @param statement what they signed
     * @param composedAt when the first says to have signed
     * @param releasedAt when the second says to have signed
     */
    record Holds(ReleaseStatement statement, Instant composedAt, Instant releasedAt) implements ReleaseVerdict {}

    /**
     * It proves nothing.
     *
     * @param why in English, without names or content
     */
    record Broken(String why) implements ReleaseVerdict {}
}
