package vn.lienthong.node.identity;

import vn.lienthong.node.platform.Secret;

/**
 * A key that was just issued, with the only copy of its clear text.
 *
 * @param id its public part
 * @param token what the calling system puts behind {@code Authorization: Bearer}: {@code ltk_<id>_<secret>}
 */
public record IssuedApiKey(ApiKeyId id, Secret token) {}
