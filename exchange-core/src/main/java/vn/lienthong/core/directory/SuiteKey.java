package vn.lienthong.core.directory;

import vn.lienthong.core.value.SuiteId;

/**
 * The key to which senders seal in one suite.
 *
 * @param suite the suite
 * @param certificate of a key of that suite's encapsulation algorithm
 */
public record SuiteKey(SuiteId suite, PublishedCertificate certificate) {}
