package vn.lienthong.node.events;

import java.time.Instant;

/**
 * Something that happened to an agency, with its place in the feed.
 *
 * @param place its place, unique in the installation and growing; the cursor of readers. There may be gaps
 * @param at when it happened
 * @param news what happened
 */
public record AgencyEvent(long place, Instant at, AgencyNews news) {}
