package vn.lienthong.node.notification.internal;

import vn.lienthong.node.notification.NotificationKind;

/**
 * Where a person wants to be told about a kind of thing.
 *
 * @param page in the page
 * @param email by e-mail, if there is an address
 * @param webhook by webhook, if there is one
 */
record Choice(boolean page, boolean email, boolean webhook) {
    static Choice usual(NotificationKind kind) {
        return new Choice(true, kind.pressing(), true);
    }
}
