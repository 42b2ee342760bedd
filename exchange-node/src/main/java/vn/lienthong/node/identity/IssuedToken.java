package vn.lienthong.node.identity;

import java.time.Duration;
import vn.lienthong.node.platform.Secret;

/**
 * A token that was just issued, with the only copy of its clear text.
 *
 * @param token what the calling system puts behind {@code Authorization: Bearer}
 * @param life how long it works
 */
public record IssuedToken(Secret token, Duration life) {}
