package vn.lienthong.node.platform;

import java.time.Duration;

/**
 * One step of the start is done. Published as an application event so that the command line can say it.
 *
 * @param what the step in plain words, never a secret: "database ready (MariaDB 10.11.19, port 21034)"
 * @param took how long it took
 */
public record StartStep(String what, Duration took) {}
