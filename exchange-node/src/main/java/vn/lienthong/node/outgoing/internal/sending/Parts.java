package vn.lienthong.node.outgoing.internal.sending;

import org.springframework.stereotype.Component;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileLocking;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.platform.InNodeRole;

/**
 * What an outgoing document consists of besides what was typed.
 *
 * @param files its files
 * @param names names of agencies
 * @param recipients its recipients
 */
@InNodeRole
@Component
public record Parts(DraftFiles files, FileLocking names, RecipientLines recipients) {}
