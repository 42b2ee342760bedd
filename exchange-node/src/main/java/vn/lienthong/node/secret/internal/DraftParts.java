package vn.lienthong.node.secret.internal;

import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;

/**
 * The parts of a draft.
 *
 * @param rows drafts
 * @param fileRows their files
 * @param access who may touch which
 * @param shares their keys
 * @param files what the files hold
 */
@InNodeRole
@Component
record DraftParts(DraftRows rows, SecretFileRows fileRows, DraftAccess access, DraftShares shares, DraftFiles files) {}
