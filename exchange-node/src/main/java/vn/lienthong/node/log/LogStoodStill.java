package vn.lienthong.node.log;

import org.jspecify.annotations.Nullable;

/**
 * A log has stopped to sign, for another reason than before, or goes on. Published as an application event.
 *
 * @param log which log
 * @param standstill why; null when it goes on
 */
public record LogStoodStill(LogName log, @Nullable Standstill standstill) {}
