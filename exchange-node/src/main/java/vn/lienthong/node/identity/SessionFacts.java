package vn.lienthong.node.identity;

import java.time.Instant;

/**
 * A session as its person and administrators see it.
 *
 * @param id which
 * @param device browser and system as the browser tells them, at most 60 characters; nothing to rely on
 * @param address the network address it was last used from
 * @param startedAt when it was signed in
 * @param seenAt when it was last used, to the minute
 * @param means how it was signed in
 */
public record SessionFacts(
        SessionId id, String device, String address, Instant startedAt, Instant seenAt, SignInMeans means) {}
