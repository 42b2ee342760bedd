package vn.lienthong.node.client;

import org.jspecify.annotations.Nullable;

/**
 * What an installation says about itself.
 *
 * @param node its id
 * @param role {@code node} or {@code directory}
 * @param version of the program
 * @param time its clock
 * @param health how it is
 */
public record NodeStatus(
        @Nullable String node,
        @Nullable String role,
        @Nullable String version,
        @Nullable String time,
        @Nullable String health) {}
