/** Tests of notifications. */
@NullMarked
package vn.lienthong.node.notification.internal;

import org.jspecify.annotations.NullMarked;
