package vn.lienthong.node.secret.internal;

import vn.lienthong.node.secret.SecretFile;
import vn.lienthong.node.storage.PayloadId;

/**
 * A file of a draft and where it lies.
 *
 * @param payload where
 * @param file what is known of it
 */
record StoredFile(PayloadId payload, SecretFile file) {}
