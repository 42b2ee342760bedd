package vn.lienthong.node.notification.internal;

/** Where something is sent outside the page. */
enum Channel {
    EMAIL,
    WEBHOOK
}
