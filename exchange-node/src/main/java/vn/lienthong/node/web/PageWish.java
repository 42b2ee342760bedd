package vn.lienthong.node.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list somebody wants.
 *
 * @param token the {@link Page#next()} of the part before, or null for the first; comes from outside, so an unknown one means
 *     the first part
 * @param size the most rows to return, 1 to 200
 */
public record PageWish(@Nullable String token, int size) {}
